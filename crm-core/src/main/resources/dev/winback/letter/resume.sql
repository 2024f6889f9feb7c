-- The losses are open again: what a person had sent again and their end stopped is in line as before, with the coupon that the
-- first letter has. The gate judges it when its turn comes; letters of the ladder itself are judged by revise.sql.
with resumed as (
  update letter
     set state = 'PLANNED', hold_reason = null, version = version + 1
   where lapse_id = any (:lapses::bigint[]) and resend_of is not null and rung >= 0
     and state = 'SUPPRESSED' and hold_reason in ('LAPSE_CLOSED', 'NOT_WORTH')
  returning resend_of as first)
update coupon set void_at = null
 where letter_id in (select first from resumed) and redeemed_at is null and void_at is not null
