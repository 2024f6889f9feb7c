-- The day of the last counting purchase of a customer who is lost, as of the night whose limits hold: his year ends with its month.
select (p.purchased_at at time zone :zone)::date as day, l.day as night
from category_limit l
cross join lateral (
  select purchased_at from purchase
  where customer_id = :customer and counting and purchased_at < (l.day + 1)::timestamp at time zone :zone
  order by purchased_at desc limit 1) p
where exists (select from signal s where s.customer_id = :customer and s.lost_from is not null)
