-- The dropped letter is in doubt again, and its coupon valid.
with back as (
  update letter
     set state = 'IN_DOUBT', hold_reason = null, ended_at = clock_timestamp(), version = version + 1
   where id = :id and state = 'FAILED' and hold_reason = 'DROPPED'
  returning coalesce(resend_of, id) as first
), alive as (
  update coupon set void_at = null
    from back
   where letter_id = back.first and redeemed_at is null
)
select count(*) from back
