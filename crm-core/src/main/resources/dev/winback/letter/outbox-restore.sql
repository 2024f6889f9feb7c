-- The opt-out was taken back: the letters that it ended stand in line again, with their coupons.
with restored as (
  update letter l
     set state = 'PLANNED', hold_reason = null, ended_at = null, version = l.version + 1
    from customer c
   where lower(c.email) = lower(btrim(:address))
     and c.id = l.customer_id
     and l.state = 'SUPPRESSED'
     and l.hold_reason = 'STOP_LIST'
     and l.ended_at >= :since
  returning coalesce(l.resend_of, l.id) as first
)
update coupon
   set void_at = null
  from restored
 where coupon.letter_id = restored.first
   and coupon.redeemed_at is null
