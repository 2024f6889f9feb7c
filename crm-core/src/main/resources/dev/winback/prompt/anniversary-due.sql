-- Whose first counting purchase was on this day of an earlier year; once a year, and only for who is still with us.
insert into prompt (customer_id, rung, about, expires_at)
select c.id, /*rung ANNIVERSARY*/, to_char(b.on_day, 'YYYY'), (b.on_day + 3)::timestamp at time zone :zone
  from (select customer_id, (min(purchased_at) at time zone :zone)::date as first_day
          from purchase
         where counting
         group by customer_id) f
  join customer c on c.id = f.customer_id
 cross join lateral (
   select (f.first_day + make_interval(years => y - extract(year from f.first_day)::int))::date as on_day
     from (values (extract(year from :day::date)::int), (extract(year from :day::date - 1)::int)) years(y)) b
 where b.on_day between :day::date - 1 and :day::date and b.on_day > f.first_day
   and c.status = 'active' and c.erased_at is null and c.merged_into is null and sendable(c.email)
   and not exists (select from lapse l where l.customer_id = c.id and l.stage in (/*open stages*/))
   and not exists (select from let_go(:zone) g (customer_id) where g.customer_id = c.id)
   and not exists (select from prompt o where o.customer_id = c.id and o.rung = /*rung ANNIVERSARY*/ and o.about = to_char(b.on_day, 'YYYY'))
 order by c.id
on conflict do nothing
returning id
