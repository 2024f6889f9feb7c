-- A person lets reviewed letters go. Review is the last reason of judged.sql, after the lot, the floor and the budget,
-- so a letter held for it had no other one; the claim asks all of them again, and not before the span in which the person may change his mind.
update letter
   set state = 'PLANNED', hold_reason = null, hold_until = null, released_by = :member, released_at = :now,
       release_id = :release, next_attempt_at = clock_timestamp() + make_interval(secs => :span), version = version + 1
 where state = 'HELD' and hold_reason = 'REVIEW'
   and (:id::bigint is null or id = :id::bigint)
   and (:rung::int is null or rung = :rung::int)
