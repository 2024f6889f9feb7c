-- The next letters in line for one receiver, each for one node only; the partial index keeps this flat whatever has been
-- sent already.
select id
  from letter
 where state = 'PLANNED'
   and mail_group = :name
   and (next_attempt_at is null or next_attempt_at <= clock_timestamp())
 order by next_attempt_at nulls first, id
 limit :batch
   for update skip locked
