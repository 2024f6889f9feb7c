-- Refused for good: the letter ends, and nobody can have its coupon. Counts the letters that were this node's to end.
with failed as (
  update letter
     set state = 'FAILED', ended_at = clock_timestamp(), lease_until = null,
         smtp_code = :code, smtp_reply = case when address is not null then :reply end, refusal = :refusal, version = version + 1
   where id = :id and node = :node and state in ('CLAIMED', 'ANNOUNCED')
  returning coalesce(resend_of, id) as first
), dead as (
  update coupon set void_at = clock_timestamp()
    from failed
   where letter_id = failed.first and redeemed_at is null and void_at is null
)
select count(*) from failed
