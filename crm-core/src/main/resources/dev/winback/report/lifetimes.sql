-- What customers have brought since their first purchase (DEC-11), by letter and kind of buyer. Years are counted as where a year
-- of a customer is reckoned (Value): from the first purchase to the last and one more of his gaps, a year at least.
select k.abc, c.kind, v.currency = :currency as ours, count(*) as customers, sum(v.visits) as orders, sum(v.revenue) as paid,
       sum(greatest(1, (v.last_purchase - v.first_purchase + coalesce(v.rhythm_days, 0)) / 365)) as years
/*from*/
join customer_value v on v.customer_id = k.customer_id
join customer c on c.id = k.customer_id
group by 1, 2, 3
