-- What a shop counts of its customers' orders and money beside what we have of them, over all whom its files named. What is
-- no plain number is left out. Orders that were not paid count nowhere.
select count(*) as customers, coalesce(sum(told), 0) as told_orders, coalesce(sum(orders), 0) as orders,
       coalesce(sum(told_spent), 0) as told_spent, coalesce(sum(spent), 0) as spent,
       count(*) filter (where told <> orders) as differing
from (
  select case when c.attributes ->> :orders ~ '^[0-9]{1,9}$' then (c.attributes ->> :orders)::bigint end as told,
         case when c.attributes ->> :spent ~ '^[0-9]{1,12}([.][0-9]{1,4})?$' then (c.attributes ->> :spent)::numeric end
           as told_spent,
         b.orders, b.spent
  from customer c
  cross join lateral (
    select count(*) as orders, coalesce(sum(p.amount - p.refunded), 0) as spent
    from purchase p
    where p.customer_id = c.id and p.source = :shop and p.status in ('paid', 'refunded')) b
  where jsonb_exists(c.attributes, :orders)
) compared
