-- How the customers of a slice pay. An invoice is what was to be paid for one purchase on one day, and paid with the last money that came
-- for it; late is more than two weeks (DaysLate) after that day. Unpaid is a pending purchase with money left as long after the day that its
-- payments name, or after its own where none does. Who did neither has no row; only differences are written.
with invoice as (
  select customer_id, cast(max(paid_at) at time zone :zone as date) as paid_on,
         cast(max(paid_at) at time zone :zone as date) - due_on as delay
    from payment
   where customer_id >= :from and customer_id < :until and due_on is not null
     and paid_at < cast(cast(:day as date) + 1 as timestamp) at time zone :zone
   group by customer_id, due_on, source, purchase, case when purchase is null then external_id end
), late as (
  select customer_id, max(paid_on) as last_late from invoice where delay > /*limit*/ group by customer_id
), habit as (
  select i.customer_id, count(*) as invoices, count(*) filter (where i.delay > /*limit*/) as late,
         max(i.delay) filter (where i.delay > /*limit*/) as longest, round(avg(i.delay) filter (where i.delay > /*limit*/), 1) as mean,
         max(l.last_late) as last_late, count(*) filter (where i.delay <= /*limit*/ and i.paid_on > l.last_late) as in_time
    from invoice i
    left join late l on l.customer_id = i.customer_id
   group by i.customer_id
), unpaid as (
  select p.customer_id, coalesce(max(y.due_on), cast(p.purchased_at at time zone :zone as date)) as due_on, p.currency,
         p.amount - p.refunded - coalesce(sum(y.amount) filter (where y.currency = p.currency), 0) as left_open
    from purchase p
    left join payment y on y.customer_id = p.customer_id and y.source = p.source and y.purchase = p.external_id
   where p.customer_id >= :from and p.customer_id < :until and p.pending
   group by p.customer_id, p.purchased_at, p.id, p.currency, p.amount, p.refunded
), owed as (
  select customer_id, count(*) as open, coalesce(sum(left_open) filter (where currency = :currency), 0) as open_sum, min(due_on) as open_since
    from unpaid
   where left_open > 0 and due_on + /*limit*/ < :day
   group by customer_id
), made as (
  select customer_id, coalesce(h.invoices, 0) as invoices, coalesce(h.late, 0) as late, coalesce(h.longest, 0) as longest, h.mean,
         h.last_late, coalesce(h.in_time, 0) as in_time, coalesce(o.open, 0) as open, coalesce(o.open_sum, 0) as open_sum, o.open_since
    from habit h
    full join owed o using (customer_id)
   where h.late > 0 or o.open > 0
), gone as (
  delete from payment_habit p
   where p.customer_id >= :from and p.customer_id < :until and not exists (select from made m where m.customer_id = p.customer_id)
  returning 1
), written as (
  insert into payment_habit as p (customer_id, invoices, late, longest, mean, last_late, in_time, open, open_sum, open_since)
  select customer_id, invoices, late, longest, mean, last_late, in_time, open, open_sum, open_since from made order by customer_id
  on conflict (customer_id) do update
     set invoices = excluded.invoices, late = excluded.late, longest = excluded.longest, mean = excluded.mean,
         last_late = excluded.last_late, in_time = excluded.in_time, open = excluded.open, open_sum = excluded.open_sum,
         open_since = excluded.open_since
   where (p.invoices, p.late, p.longest, p.mean, p.last_late, p.in_time, p.open, p.open_sum, p.open_since)
         is distinct from (excluded.invoices, excluded.late, excluded.longest, excluded.mean, excluded.last_late, excluded.in_time,
                           excluded.open, excluded.open_sum, excluded.open_since)
  returning 1
)
select (select count(*) from gone) + (select count(*) from written)
