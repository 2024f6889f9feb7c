-- The arm to compare with, drawn among those who could be written to now or later (DEC-28): by the hash of what brought the
-- letter about, so that all reminders of one cart are in one arm, that of the first.
with drawn as (
  update letter l
     set state = 'CONTROL', hold_reason = 'CONTROL', hold_until = null, version = l.version + 1
    from prompt t
    join rung r on r.number = case when t.cart_id is not null then -11 else t.rung end
   where t.id = l.prompt_id and l.id = any (:ids)
     and l.released_at is null and l.resend_of is null
     and (l.state = 'PLANNED' or l.state = 'HELD' and (l.hold_reason = 'REVIEW' or l.hold_until is not null))
     and ('x' || substr(md5('control ' || case when t.cart_id is not null then t.about
                                               else t.rung || ' ' || coalesce(t.origin_id, t.customer_id) end), 1, 8))::bit(32)::bigint
         % 100 < r.control
  returning l.id),
coupons as (
  update coupon k set void_at = clock_timestamp() from drawn where k.letter_id = drawn.id and k.void_at is null)
select count(*) from drawn
