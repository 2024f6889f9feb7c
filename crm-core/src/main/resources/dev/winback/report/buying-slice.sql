-- What the customers of a slice bought in each month. A late or corrected purchase may change any month, so a customer is made anew from
-- all his purchases, but only where the mark of what he is made of has changed: a hash of his counting purchases up to the day, of his
-- losses and of what they are read by. Whoever wrote, merged or took back what, the mark tells. Only the covering index of histories is
-- read, and only differences are written.
-- A regular of a month: on its first day he had bought on three days or more and was not lost. Lost is who had a loss since his last
-- purchase: before the first night a silence up to the limit of his kind, and a lapse whenever it is dated, as in moves.sql.
with begin as (
  select coalesce((select month from past_moves), 'infinity') as day, lost_limit('') as lost_limit
), own as materialized (
  select c.id, k.lost_limit
    from customer c
    join limit_of_kind k on k.kind = c.kind
   where c.id >= :from and c.id < :until
), loss as not materialized (
  select customer_id, lost_day as day
    from lapse
   where customer_id >= :from and customer_id < :until and lost_day is not null
), lost as (
  select customer_id, sum(hash_record_extended(row(day), 1)) as mark from loss group by customer_id
), marked as materialized (
  select p.customer_id, coalesce(o.lost_limit, b.lost_limit) as lost_limit,
         p.mark + coalesce(l.mark, 0)
           + hash_record_extended(row(b.day, cast(:zone as text), cast(:currency as text), coalesce(o.lost_limit, b.lost_limit)), 2) as mark
    from (select customer_id, sum(hash_record_extended(row(purchased_at, amount - refunded, amount > 0, currency), 0)) as mark
            from purchase
           where customer_id >= :from and customer_id < :until and counting
             and purchased_at < cast(cast(:day as date) + 1 as timestamp) at time zone :zone
           group by customer_id) p
   cross join begin b
    left join lost l on l.customer_id = p.customer_id
    left join own o on o.id = p.customer_id
), due as materialized (
  select m.customer_id, m.mark, m.lost_limit
    from marked m
    left join buying_months b on b.customer_id = m.customer_id and b.customer_id >= :from and b.customer_id < :until
   where b.mark is distinct from m.mark
), bought as (
  select d.customer_id, d.mark, d.lost_limit, p.*
    from due d
   cross join lateral (
     select cast(purchased_at at time zone :zone as date) as day,
            count(*) filter (where amount > 0 and currency = :currency) as orders,
            coalesce(sum(amount - refunded) filter (where currency = :currency), 0) as paid
       from purchase
      where customer_id = d.customer_id and counting
        and purchased_at < cast(cast(:day as date) + 1 as timestamp) at time zone :zone
      group by 1) p
), visit as (
  select *, row_number() over w as number, lag(day) over w as last
    from bought
  window w as (partition by customer_id order by day)
), month as (
  select customer_id, cast(extract(year from day) * 12 + extract(month from day) - 1 as integer) as month,
         cast(sum(orders) as integer) as orders, sum(paid) as paid, min(number) - 1 as visits, min(last) as last,
         min(mark) as mark, min(lost_limit) as lost_limit
    from visit
   group by 1, 2
), told as (
  select m.*, m.visits >= 3 and not (m.last + m.lost_limit <= f.day and m.last + m.lost_limit < (select day from begin))
              and not exists (select from loss l where l.customer_id = m.customer_id and l.day > m.last and l.day <= f.day) as regular
    from month m
   cross join lateral (select make_date(m.month / 12, m.month % 12 + 1, 1) as day) f
), made as (
  select customer_id, min(month) as first_month, array_agg(month order by month) as months, array_agg(orders order by month) as orders,
         cast(array_agg(paid order by month) as numeric(20, 2)[]) as paid, array_agg(regular order by month) as regular, min(mark) as mark
    from told
   group by customer_id
), gone as (
  delete from buying_months b
   where b.customer_id >= :from and b.customer_id < :until and not exists (select from marked m where m.customer_id = b.customer_id)
  returning 1
), written as (
  insert into buying_months as b (customer_id, first_month, months, orders, paid, regular, mark)
  select customer_id, first_month, months, orders, paid, regular, mark from made order by customer_id
  on conflict (customer_id) do update
     set first_month = excluded.first_month, months = excluded.months, orders = excluded.orders, paid = excluded.paid,
         regular = excluded.regular, mark = excluded.mark
  returning 1
)
select (select count(*) from gone) + (select count(*) from written)
