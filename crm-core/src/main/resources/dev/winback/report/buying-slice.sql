-- What the customers of a slice bought in each month, made anew from all their purchases, because a late or corrected one may change any
-- month; only the covering index of histories is read, and only differences are written.
-- A regular of a month: on its first day he had bought on three days or more and was not lost. Lost is who had a loss since his last
-- purchase: before the first night 90 days without one, from then on a lapse, as in moves.sql.
with begin as (
  select coalesce((select month from past_moves), 'infinity') as day
), bought as (
  select customer_id, cast(purchased_at at time zone :zone as date) as day,
         count(*) filter (where amount > 0 and currency = :currency) as orders,
         coalesce(sum(amount - refunded) filter (where currency = :currency), 0) as paid
    from purchase
   where customer_id >= :from and customer_id < :until and counting
     and purchased_at < cast(cast(:day as date) + 1 as timestamp) at time zone :zone
   group by 1, 2
), visit as (
  select *, row_number() over w as number, lag(day) over w as last
    from bought
  window w as (partition by customer_id order by day)
), month as (
  select customer_id, cast(extract(year from day) * 12 + extract(month from day) - 1 as integer) as month,
         cast(sum(orders) as integer) as orders, sum(paid) as paid, min(number) - 1 as visits, min(last) as last
    from visit
   group by 1, 2
), loss as (
  select customer_id, least(opened_on, silent_since + 90) as day
    from lapse
   where customer_id >= :from and customer_id < :until and stage not in ('FALSE_ALARM', 'MERGED')
     and least(opened_on, silent_since + 90) >= (select day from begin)
), told as (
  select m.*, m.visits >= 3 and not (m.last + 90 <= f.day and m.last + 90 < (select day from begin))
              and not exists (select from loss l where l.customer_id = m.customer_id and l.day > m.last and l.day <= f.day) as regular
    from month m
   cross join lateral (select make_date(m.month / 12, m.month % 12 + 1, 1) as day) f
), made as (
  select customer_id, min(month) as first_month, array_agg(month order by month) as months, array_agg(orders order by month) as orders,
         cast(array_agg(paid order by month) as numeric(20, 2)[]) as paid, array_agg(regular order by month) as regular
    from told
   group by customer_id
), gone as (
  delete from buying_months b
   where b.customer_id >= :from and b.customer_id < :until and not exists (select from made m where m.customer_id = b.customer_id)
  returning 1
), written as (
  insert into buying_months as b (customer_id, first_month, months, orders, paid, regular)
  select customer_id, first_month, months, orders, paid, regular from made order by customer_id
  on conflict (customer_id) do update
     set first_month = excluded.first_month, months = excluded.months, orders = excluded.orders, paid = excluded.paid,
         regular = excluded.regular
   where (b.first_month, b.months, b.orders, b.paid, b.regular)
         is distinct from (excluded.first_month, excluded.months, excluded.orders, excluded.paid, excluded.regular)
  returning 1
)
select (select count(*) from gone) + (select count(*) from written)
