-- The receiver's server took it back to us: it has not arrived, whatever the relay had said; its coupon is nobody's.
with failed as (
  update letter
     set state = 'FAILED', ended_at = clock_timestamp(), lease_until = null, smtp_reply = case when address is not null then :answer end,
         refusal = coalesce(cast(:refusal as text), refusal), version = version + 1
   where id = :id and state in ('ANNOUNCED', 'IN_DOUBT', 'SENT')
  returning coalesce(resend_of, id) as first, rung
), dead as (
  update coupon set void_at = clock_timestamp()
    from failed
   where letter_id = failed.first and redeemed_at is null and void_at is null
)
select rung from failed
