-- Who is counted in a line of the shares of who buys again (again.sql), by customer; :again leaves those who did. All are listed who are
-- counted.
with complained as (
  select distinct on (k.customer_id) k.customer_id, k.complained_at, k.satisfied, k.resolved_at is not null as settled
  from complaint k
  where :who <> 'content' and k.complained_at < :day::timestamp at time zone :zone - interval '90 days'
  order by k.customer_id, k.complained_at desc, k.id desc
), met as (
  select v.customer_id, v.visits > 1 as again, cast(null as date) as complained_on
  from customer_value v
  where :who = 'content' and v.first_purchase <= :day - 365 and not exists (select from complaint k where k.customer_id = v.customer_id)
  union all
  select k.customer_id, coalesce(v.last_purchase > (k.complained_at at time zone :zone)::date, false), (k.complained_at at time zone :zone)::date
  from complained k
  left join customer_value v on v.customer_id = k.customer_id
  where :who = 'unhappy' and k.satisfied = false or :who = 'won-over' and k.satisfied or :who = 'settled' and k.settled
)
select c.id, c.ref, c.display_name as name, m.complained_on, v.visits, v.first_purchase, v.last_purchase, m.again
from met m
join customer c on c.id = m.customer_id
left join customer_value v on v.customer_id = m.customer_id
where (not :again or m.again) and (cast(:after as bigint) is null or c.id > :after)
order by c.id
limit :limit
