-- A person lets the in-doubt letter be: it counts as failed, with the reason that says so, and its code (of one that was
-- sent again that of the first) is nobody's.
with dropped as (
  update letter
     set state = 'FAILED', hold_reason = 'DROPPED', ended_at = clock_timestamp(), version = version + 1
   where id = :id and state = 'IN_DOUBT'
  returning coalesce(resend_of, id) as first
), dead as (
  update coupon set void_at = clock_timestamp()
    from dropped
   where letter_id = dropped.first and redeemed_at is null and void_at is null
)
select count(*) from dropped
