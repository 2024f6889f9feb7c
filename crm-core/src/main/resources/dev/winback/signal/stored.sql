-- Who is lost or late at present, with the money a year and the day from which he is lost: the simulation compares with it. Only
-- whose loss would be opened.
select s.customer_id, v.value_year, v.currency, s.lost_from
from customer_value v
join (select customer_id, min(lost_from) as lost_from from signal where lost_from is not null group by customer_id) s on s.customer_id = v.customer_id
join customer c on c.id = v.customer_id and c.status = 'active' and c.erased_at is null
