-- Whoever bought a week ago and not again since, for the second order or, as far as marketing says, a later one (LET-29); once for each
-- of his orders, and not who bought before the letter was on.
insert into prompt (customer_id, rung, about, expires_at)
select c.id, /*rung SECOND_PURCHASE*/, f.about, (f.last_day + 30)::timestamp at time zone :zone
  from (select customer_id, (max(purchased_at) at time zone :zone)::date as last_day,
               case count(*) when 1 then 'second' else 'order-' || count(*) + 1 end as about
          from purchase
         where counting
         group by customer_id
        having count(*) < (select last_order from order_discount)) f
  join customer c on c.id = f.customer_id
  join rung r on r.number = /*rung SECOND_PURCHASE*/
 where f.last_day between :day::date - 14 and :day::date - 7 and f.last_day + 7 >= r.since
   and c.status = 'active' and c.erased_at is null and c.merged_into is null and sendable(c.email)
   and not exists (select from lapse l where l.customer_id = c.id and l.stage in (/*open stages*/))
   and not exists (select from let_go(:zone) g (customer_id) where g.customer_id = c.id)
   and not exists (select from prompt o where o.customer_id = c.id and o.rung = /*rung SECOND_PURCHASE*/ and o.about = f.about)
 order by c.id
on conflict do nothing
returning id
