-- The firm's turnover by month: net counting revenue in its currency, whole history, because a refund may change any month.
with months as (
  select date_trunc('month', p.purchased_at at time zone :zone)::date as month, sum(p.amount - p.refunded) as amount
  from purchase p
  where p.counting and p.currency = :currency
  group by 1
), gone as (
  delete from turnover_month t where not exists (select from months m where m.month = t.month)
)
insert into turnover_month as t (month, amount)
select month, amount from months
on conflict (month) do update set amount = excluded.amount where t.amount <> excluded.amount
