-- A person lets reviewed letters go. Review is the last reason of judged.sql, so a letter held for it had no other
-- one; the claim asks all of them again.
update letter
   set state = 'PLANNED', hold_reason = null, hold_until = null, released_by = :member, released_at = :now,
       version = version + 1
 where state = 'HELD' and hold_reason = 'REVIEW'
   and (:id::bigint is null or id = :id::bigint)
   and (:rung::int is null or rung = :rung::int)
