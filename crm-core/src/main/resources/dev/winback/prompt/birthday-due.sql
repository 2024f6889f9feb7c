-- Whose birthday is today of those whom a letter would greet, or was yesterday if nobody looked then; once a year. The 29th of February is kept on the 28th.
insert into prompt (customer_id, rung, about, expires_at)
select c.id, /*rung BIRTHDAY*/, to_char(b.on_day, 'YYYY'), (b.on_day + 3)::timestamp at time zone :zone
  from reader p
  join customer c on c.id = p.customer_id
 cross join lateral (
   select (p.birthday + make_interval(years => y - extract(year from p.birthday)::int))::date as on_day
     from (values (extract(year from :day::date)::int), (extract(year from :day::date - 1)::int)) years(y)) b
 where p.birthday is not null and b.on_day between :day::date - 1 and :day::date
   and c.status = 'active' and c.erased_at is null and c.merged_into is null and sendable(c.email)
   and not exists (select from lapse l where l.customer_id = c.id and l.stage in (/*open stages*/))
   and not exists (select from let_go(:zone) g (customer_id) where g.customer_id = c.id)
   and not exists (select from prompt o where o.customer_id = c.id and o.rung = /*rung BIRTHDAY*/ and o.about = to_char(b.on_day, 'YYYY'))
 order by c.id
on conflict do nothing
returning id
