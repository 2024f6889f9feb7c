-- What is open and what came back, by currency; the firm's currency first.
select l.currency,
       count(*) filter (where l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')) as open,
       coalesce(sum(l.value_year) filter (where l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')), 0) as value_year,
       count(*) filter (where l.stage in ('RETURNED', 'RESTORED', 'SAFE')) as won
from lapse l join customer c on c.id = l.customer_id
where c.erased_at is null and c.id in (/*visible customers*/)
group by l.currency
order by l.currency <> :currency, l.currency
