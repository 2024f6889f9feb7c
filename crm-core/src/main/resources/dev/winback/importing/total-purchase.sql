-- What a file says of money, to be compared with the shop's own report: the newest version of each purchase, in months of
-- the firm's zone. Refunds as the purchase itself tells them: "refunded" without an amount means all of it.
insert into import_total (import_id, type, currency, month, orders, gross, refunded, others, first_at, last_at)
with overtaken as (
  select line
  from (select s.line, row_number() over (partition by s.source, s.external_id
                                          order by s.told_at desc nulls last, s.line desc) as place
        from repeated_purchase r
        join staging_purchase s using (source, external_id)) versions
  where place > 1
),
told as (
  select coalesce(currency, :currency) as currency,
         date_trunc('month', purchased_at at time zone :zone)::date as month,
         coalesce(status, 'paid') in ('paid', 'refunded') as sold, amount, purchased_at,
         least(amount, case when status = 'refunded' and coalesce(refund_told, 0) = 0 then amount
                            else coalesce(refund_told, 0) end) as refunded
  from staging_purchase s
  where not exists (select from overtaken o where o.line = s.line)
)
select :import, :type, currency, month, count(*) filter (where sold), coalesce(sum(amount) filter (where sold), 0),
       coalesce(sum(refunded) filter (where sold), 0), count(*) filter (where not sold), min(purchased_at),
       max(purchased_at)
from told
group by currency, month
