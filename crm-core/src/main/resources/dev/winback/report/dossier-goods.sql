-- What he used to buy, the most often bought first, and whether it was still in his last order: a good that he dropped
-- before he fell silent tells where the trouble began.
with bought as (
  select p.id, p.purchased_at, g.good
    from purchase p cross join lateral goods_of(p.items) as g (good)
   where p.customer_id = :customer and p.counting
), last_order as (
  select id from purchase where customer_id = :customer and counting order by purchased_at desc, id desc limit 1
)
select good, count(*) as times, cast(max(purchased_at) at time zone :zone as date) as last_on,
       bool_or(id = (select id from last_order)) as in_last
  from bought
 group by good
 order by count(*) desc, max(purchased_at) desc, good
 limit :limit
