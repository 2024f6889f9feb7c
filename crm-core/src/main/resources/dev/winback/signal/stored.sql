-- Who is lost or late at present, with the money a year: the simulation compares with it. Only whose loss would be opened.
select s.customer_id, v.value_year, v.currency
from customer_value v
join (select distinct customer_id from signal where lost_from is not null) s on s.customer_id = v.customer_id
join customer c on c.id = v.customer_id and c.status = 'active' and c.erased_at is null
