-- The sums were made while the rows were read: what another row overtook, or an erased person bought, is taken off.
with gone as (
  select coalesce(currency, :currency) as currency,
         date_trunc('month', purchased_at at time zone :zone)::date as month,
         coalesce(status, 'paid') in ('paid', 'refunded') as sold, amount,
         least(amount, case when status = 'refunded' and coalesce(refund_told, 0) = 0 then amount
                            else coalesce(refund_told, 0) end) as refunded
  from gone_purchase
)
update import_total t
set orders = t.orders - g.orders, gross = t.gross - g.gross, refunded = t.refunded - g.refunded,
    others = t.others - g.others
from (select currency, month, count(*) filter (where sold) as orders,
             coalesce(sum(amount) filter (where sold), 0) as gross,
             coalesce(sum(refunded) filter (where sold), 0) as refunded, count(*) filter (where not sold) as others
      from gone
      group by currency, month) g
where t.import_id = :import and t.type = :type and t.currency = g.currency and t.month = g.month
