-- As total-purchase.sql, for facts that are nothing but money: refunds and payments.
insert into import_total (import_id, type, currency, month, orders, gross, refunded, others, first_at, last_at)
with overtaken as (
  select line
  from (select s.line, row_number() over (partition by s.source, s.external_id
                                          order by s.told_at desc nulls last, s.line desc) as place
        from repeated_{fact} r
        join staging_{fact} s using (source, external_id)) versions
  where place > 1
)
select :import, :type, coalesce(currency, :currency), date_trunc('month', {time} at time zone :zone)::date,
       count(*), sum(amount), 0, 0, min({time}), max({time})
from staging_{fact} s
where not exists (select from overtaken o where o.line = s.line)
group by 3, 4
