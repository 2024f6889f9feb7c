-- The undo of a release: what stands in line or is held until a moment waits for a person again; what is held for another
-- reason keeps it, and is reviewed when that one goes. A row that a claim holds is waited for, and is no longer in line then.
update letter l
   set state = 'HELD',
       hold_reason = case when l.state = 'PLANNED' or l.hold_until is not null then 'REVIEW' else l.hold_reason end,
       hold_until = null, mail_group = null, released_by = null, released_at = null, release_id = null,
       next_attempt_at = null, version = l.version + 1
 where l.id = any (array (
               select id from letter
                where id = any (:ids::bigint[]) and state in ('PLANNED', 'HELD') and released_at is not null and resend_of is null
                order by id
                  for update))
