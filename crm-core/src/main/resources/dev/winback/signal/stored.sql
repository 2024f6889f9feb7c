-- Who is lost or late at present, with the money a year: the simulation compares with it.
select s.customer_id, v.value_year, v.currency
from customer_value v
join (select distinct customer_id from signal where lost_from is not null) s on s.customer_id = v.customer_id
