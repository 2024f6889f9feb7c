-- Letters with a prompt that wait for a reason, or were stopped by one that has gone: the gate is asked anew. What waits
-- until a time keeps it, what waits for a person keeps waiting.
with asked as (
  update letter l
     set state = 'PLANNED', hold_reason = null, hold_until = null, ended_at = null, version = l.version + 1
    from letter x
    left join lapse p on p.id = x.lapse_id
   where x.id = l.id and l.prompt_id is not null and l.resend_of is null
     and (l.state = 'HELD' and coalesce(l.hold_until <= :now, true)
          or l.state = 'SUPPRESSED' and l.hold_reason = 'LAPSE_CLOSED' and p.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
          or l.state = 'SUPPRESSED' and l.hold_reason in ('CART_GONE', 'WITHDRAWN', 'LOST_MEANWHILE')
             and prompt_over(l.prompt_id, :now) is null)
  returning l.id),
again as (
  update coupon k set void_at = null from asked where k.letter_id = asked.id and k.redeemed_at is null)
select id from asked
