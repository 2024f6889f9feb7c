-- Whoever bought for the first time a week ago and not again since (LET-29); not who did so before the letter was on.
insert into prompt (customer_id, rung, about, expires_at)
select c.id, -15, 'second', (f.first_day + 30)::timestamp at time zone :zone
  from (select customer_id, (min(purchased_at) at time zone :zone)::date as first_day
          from purchase
         where counting
         group by customer_id
        having count(*) = 1) f
  join customer c on c.id = f.customer_id
  join rung r on r.number = -15
 where f.first_day between :day::date - 14 and :day::date - 7 and f.first_day + 7 >= r.since
   and c.status = 'active' and c.erased_at is null and c.merged_into is null and sendable(c.email)
   and not exists (select from lapse l where l.customer_id = c.id and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING'))
   and not exists (select from let_go(:zone) g (customer_id) where g.customer_id = c.id)
   and not exists (select from prompt o where o.customer_id = c.id and o.rung = -15)
 order by c.id
on conflict do nothing
returning id
