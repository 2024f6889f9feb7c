-- The goods of one customer, what he ordered most often first. What he dropped before he fell silent tells where the
-- trouble began; what he ordered often is what to offer him first (CAL-42).
with orders as (
  select p.id, p.items, cast(p.purchased_at at time zone :zone as date) as on_day,
         p.id = first_value(p.id) over (order by p.purchased_at desc, p.id desc) as newest
    from purchase p
   where p.customer_id = :customer and p.counting and p.items is not null
)
select g.good, count(*) as times, max(o.on_day) as last_on, bool_or(o.newest) as in_last
  from orders o cross join lateral goods_of(o.items) as g (good)
 group by g.good
 order by count(*) desc, max(o.on_day) desc, g.good
 limit 8
