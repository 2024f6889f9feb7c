-- The mailbox was put on the stop list: its waiting letters end, their coupons are void.
with stopped as (
  update letter l
     set state = 'SUPPRESSED', hold_reason = 'STOP_LIST', hold_until = null, ended_at = clock_timestamp(),
         version = l.version + 1
    from customer c
   where lower(c.email) = lower(btrim(:address))
     and c.id = l.customer_id
     and l.state in ('PLANNED', 'HELD')
  returning coalesce(l.resend_of, l.id) as first
)
update coupon
   set void_at = clock_timestamp()
  from stopped
 where coupon.letter_id = stopped.first
   and coupon.redeemed_at is null
   and coupon.void_at is null
