-- As total-purchase.sql, for facts that are nothing but money: refunds and payments.
update import_total t
set orders = t.orders - g.orders, gross = t.gross - g.gross
from (select coalesce(currency, :currency) as currency,
             date_trunc('month', {time} at time zone :zone)::date as month, count(*) as orders, sum(amount) as gross
      from gone_{fact}
      group by 1, 2) g
where t.import_id = :import and t.type = :type and t.currency = g.currency and t.month = g.month
