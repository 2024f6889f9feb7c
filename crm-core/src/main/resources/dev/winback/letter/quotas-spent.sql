-- The letters of the day have left: what is due waits until tomorrow, 500 at a time from the front of the lines, because whoever
-- claims waits meanwhile. A confirmation of what was agreed counts and is not held.
update letter
   set state = 'HELD', hold_reason = 'DAY_CAP', hold_until = :tomorrow, mail_group = null, version = version + 1
 where id = any (array (select id from letter
                         where state = 'PLANNED' and rung <> /*rung CONFIRMATION*/
                           and (next_attempt_at is null or next_attempt_at <= clock_timestamp())
                         -- the order of the index, so that it is read and not the table
                         order by mail_group, next_attempt_at nulls first, id
                         limit 500 for update skip locked))
   and state = 'PLANNED'
