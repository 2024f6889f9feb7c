-- As outbox-due.sql, of letters that nobody has tried yet, behind the last one that was taken (:after).
select id
  from letter
 where state = 'PLANNED'
   and mail_group = :name
   and next_attempt_at is null
   and id > :after
 order by next_attempt_at nulls first, id
 limit :batch
   for update skip locked
