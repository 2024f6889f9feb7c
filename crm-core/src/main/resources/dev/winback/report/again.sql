-- The firm's own figures beside the published ones (RET-10): of how many customers did how many buy again. Without a complaint:
-- known for a year and more than one day with a purchase. With one: a purchase after the last complaint that is 90 days old;
-- by whether he was content with the reaction, and for all whose complaint was settled.
with complained as (
  select distinct on (k.customer_id) k.customer_id, k.complained_at, k.satisfied, k.resolved_at is not null as settled
  from complaint k
  where k.complained_at < :day::timestamp at time zone :zone - interval '90 days'
  order by k.customer_id, k.complained_at desc, k.id desc
), bought as (
  select k.*, coalesce(v.last_purchase > (k.complained_at at time zone :zone)::date, false) as again
  from complained k
  left join customer_value v on v.customer_id = k.customer_id
)
select 'content' as who, count(*) as customers, count(*) filter (where v.visits > 1) as again
from customer_value v
where v.first_purchase <= :day - 365 and not exists (select from complaint k where k.customer_id = v.customer_id)
union all
select 'unhappy', count(*), count(*) filter (where again) from bought where satisfied = false
union all
select 'won-over', count(*), count(*) filter (where again) from bought where satisfied
union all
select 'settled', count(*), count(*) filter (where again) from bought where settled
