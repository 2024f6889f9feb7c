-- As outbox-due.sql, of what does not wait behind the ladder: confirmations of what was agreed and reminders of carts; once the
-- letters of the day have left (:spent) confirmations only.
select id
  from letter
 where state = 'PLANNED'
   and rung in (-5, -11, -12, -13)
   and mail_group = :name
   and (next_attempt_at is null or next_attempt_at <= clock_timestamp())
   and (rung = -5 or not :spent)
 order by next_attempt_at nulls first, id
 limit :batch
   for update skip locked
