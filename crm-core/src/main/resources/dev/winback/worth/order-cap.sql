-- The 99 % quantile of what the orders of the year before a day came to, once: all purchases are read for it, and what was
-- said of a comparison that began then must not change. None where there are fewer than enough.
insert into order_cap (starts_on, currency, amount, orders)
select :start::date, :currency,
       case when count(*) >= :enough then percentile_disc(0.99) within group (order by p.amount - p.refunded) end, count(*)
  from purchase p
 where not exists (select from order_cap where starts_on = :start::date and currency = :currency)
   and p.counting and p.currency = :currency and p.amount > p.refunded
   and p.purchased_at >= (:start::date - 365)::timestamp at time zone :zone and p.purchased_at < :start::date::timestamp at time zone :zone
having not exists (select from order_cap where starts_on = :start::date and currency = :currency)
on conflict do nothing
