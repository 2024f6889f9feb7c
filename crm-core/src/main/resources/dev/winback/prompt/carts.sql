-- Carts and what became of them and of their reminders, the last seen first; keyset by the moment and the id. Unreminded says why one that was left
-- has no reminder: cart-due.sql goes by the same times.
select k.id, c.ref, c.display_name as customer, k.items, k.amount, k.currency,
       cart_active(k.carted_at, k.left_at, k.told_at) as seen_at, s.state,
       e.rung, e.state as letter_state, e.hold_reason, e.id as letter,
       case when e.id is not null or s.state <> 'left' then null
            when w.since is null then 'off'
            when cart_active(k.carted_at, k.left_at, k.told_at) < w.since::timestamp at time zone :zone then 'before'
            when not cart_waits(k.customer_id, k.id, :zone) then 'moved-on'
            when cart_active(k.carted_at, k.left_at, k.told_at) > :now::timestamptz - w.until then 'not-yet'
            else 'late' end as unreminded
  from cart k
  join customer c on c.id = k.customer_id
  join cart_state(:zone) s on s.customer_id = k.customer_id and s.id = k.id
  cross join (
    -- the earliest day from which a reminder is on, and how long after a cart the last of those that are is written
    select min(r.since) as since,
           max(make_interval(mins => t.idle_minutes)
               + case r.number when /*rung CART_NEXT_DAY*/ then make_interval(hours => t.next_hours + 12)
                               when /*rung CART_LAST*/ then make_interval(days => t.last_days, hours => 12)
                               else interval '3 hours' end) + interval '1 day' as until
      from rung r
     cross join (select * from cart_setting order by id desc limit 1) t
     where r.number between /*rung CART_LAST*/ and /*rung CART_AT_ONCE*/ and r.mode <> 'off') w
  left join lateral (
    select l.id, l.rung, l.state, l.hold_reason
      from prompt p
      join letter l on l.prompt_id = p.id
     where p.customer_id = k.customer_id and p.rung between /*rung CART_LAST*/ and /*rung CART_AT_ONCE*/ and p.cart_id = k.id
     order by p.rung, l.id desc
     limit 1) e on true
 where true
-- if state
   and s.state = :state
-- end
-- if reminded
   and e.id is not null
-- end
-- if before
   and (cart_active(k.carted_at, k.left_at, k.told_at), k.id) < (:before::timestamptz, :before_id)
-- end
 order by seen_at desc, k.id desc
 limit :limit
