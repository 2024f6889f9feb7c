-- The reminders that are due of carts that were left (LET-13): the latest one only, so that a cart which is told late gets
-- no earlier one after it; whoever came a day too late stays out, or the first import would remind of carts of years ago.
-- A reminder too old by its own measure is written and told as missed. The unique keys make a second run write nothing.
with step as (
  select r.number as rung, r.since,
         make_interval(mins => s.idle_minutes)
           + case r.number when /*rung CART_NEXT_DAY*/ then make_interval(hours => s.next_hours)
                           when /*rung CART_LAST*/ then make_interval(days => s.last_days)
                           else interval '0' end as after,
         case r.number when /*rung CART_AT_ONCE*/ then interval '3 hours' else interval '12 hours' end as lasts
    from rung r
   cross join (select * from cart_setting order by id desc limit 1) s
   where r.number between /*rung CART_LAST*/ and /*rung CART_AT_ONCE*/ and r.mode <> 'off'),
due as (
  select distinct on (c.customer_id, c.id) c.customer_id, c.origin_id, c.id,
         md5(c.source || chr(10) || c.external_id) as about, s.rung,
         cart_active(c.carted_at, c.left_at, c.told_at) + s.after + s.lasts as expires_at
    from step s
    join cart c on cart_active(c.carted_at, c.left_at, c.told_at) <= :now::timestamptz - s.after
               and cart_active(c.carted_at, c.left_at, c.told_at) > :now::timestamptz - s.after - s.lasts - interval '1 day'
   where cart_active(c.carted_at, c.left_at, c.told_at) >= s.since::timestamp at time zone :zone
   order by c.customer_id, c.id, s.rung)
insert into prompt (customer_id, origin_id, rung, about, cart_id, expires_at)
select d.customer_id, d.origin_id, d.rung, d.about, d.id, d.expires_at
  from due d
  join customer k on k.id = d.customer_id and k.erased_at is null
 where cart_waits(d.customer_id, d.id, :zone)
   and not exists (select from prompt p where p.about = d.about and p.cart_id is not null and p.rung <= d.rung)
 order by d.customer_id, d.id
on conflict do nothing
returning id
