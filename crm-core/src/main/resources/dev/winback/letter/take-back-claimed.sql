-- As take-back.sql, of what a node has claimed and not announced: its announcement finds nothing then, so no dot can follow.
-- A row that is being announced at this moment is not waited for, because who announces may wait for one of ours: it leaves.
update letter l
   set state = 'HELD', hold_reason = 'REVIEW', hold_until = null, mail_group = null, node = null, lease_until = null,
       released_by = null, released_at = null, release_id = null, next_attempt_at = null, version = l.version + 1
 where l.id = any (array (
               select id from letter
                where id = any (:ids::bigint[]) and state = 'CLAIMED' and released_at is not null and resend_of is null
                order by id
                  for update skip locked))
