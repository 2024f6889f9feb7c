-- A lapse that ended stops its letters that have not left, and voids their coupons; a claimed letter is stopped by the
-- conditions of its announcement. What was agreed is confirmed all the same. Whom we gave up ourselves is counted apart from whom we
-- could not keep.
with stopped as (
  update letter
     set state = 'SUPPRESSED', hold_until = null, version = version + 1,
         hold_reason = case (select stage from lapse where lapse.id = letter.lapse_id) when 'NOT_WANTED' then 'NOT_WORTH' else 'LAPSE_CLOSED' end
   where lapse_id in (:lapses) and state in ('PLANNED', 'HELD') and confirmation_call is null
  returning coalesce(resend_of, id) as first)
update coupon set void_at = clock_timestamp()
 where letter_id in (select first from stopped) and redeemed_at is null and void_at is null
