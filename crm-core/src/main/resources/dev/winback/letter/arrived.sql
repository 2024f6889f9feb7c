-- A sign of life settles a letter in doubt, and one whose answer is still awaited: should its node die now, nobody would
-- think of the sign again. A late answer of that node finds nothing to change.
update letter
   set state = 'SENT', sent_at = coalesce(sent_at, announced_at), ended_at = clock_timestamp(), lease_until = null,
       version = version + 1
 where id = :id and state in ('ANNOUNCED', 'IN_DOUBT')
