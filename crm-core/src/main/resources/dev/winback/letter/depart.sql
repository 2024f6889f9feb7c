-- Nobody may write to the customer any more: his waiting letters end, those of closed lapses (repentance) too, and their
-- coupons are void. A claimed letter is stopped by the conditions of its announcement.
with stopped as (
  update letter
     set state = 'SUPPRESSED', hold_reason = 'PERSON_INACTIVE', hold_until = null, ended_at = clock_timestamp(),
         version = version + 1
   where customer_id = :customer and state in ('PLANNED', 'HELD')
  returning coalesce(resend_of, id) as first
)
update coupon set void_at = clock_timestamp()
 where letter_id in (select first from stopped) and redeemed_at is null and void_at is null
