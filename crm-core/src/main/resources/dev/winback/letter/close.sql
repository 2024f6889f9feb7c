-- A lapse that ended stops its letters that have not left, and voids their coupons; a claimed letter is stopped by the
-- conditions of its announcement.
with stopped as (
  update letter
     set state = 'SUPPRESSED', hold_reason = 'LAPSE_CLOSED', hold_until = null, version = version + 1
   where lapse_id in (:lapses) and state in ('PLANNED', 'HELD')
  returning id)
update coupon set void_at = clock_timestamp()
 where letter_id in (select id from stopped) and void_at is null
