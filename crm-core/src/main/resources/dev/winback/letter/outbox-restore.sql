-- The opt-out was taken back: the letters that it ended stand in line again, with their coupons. Those of the ladder are held until the
-- judgement that follows: some had been held for a reason that the gate does not ask, others had not been drawn. Answers their losses.
with restored as (
  update letter l
     set state = case when x.ladder then 'HELD' else 'PLANNED' end, hold_reason = case when x.ladder then 'STOP_LIST' end,
         ended_at = null, version = l.version + 1
    from (select e.id, e.lapse_id is not null and e.rung >= 0 and e.resend_of is null as ladder
            from customer c
            join letter e on e.customer_id = c.id and e.state = 'SUPPRESSED' and e.hold_reason = 'STOP_LIST' and e.ended_at >= :since
           where lower(c.email) = lower(btrim(:address))) x
   where l.id = x.id
  returning coalesce(l.resend_of, l.id) as first, l.lapse_id, x.ladder),
valid as (
  update coupon
     set void_at = null
    from restored
   where coupon.letter_id = restored.first and coupon.redeemed_at is null)
select distinct lapse_id from restored where ladder
