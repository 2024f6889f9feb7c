-- Customers of a first load who were stored before and are told of in this slice.
select coalesce(c.merged_into, t.customer_id)
from told_{fact} t
left join customer c on c.id = t.customer_id and c.merged_into is not null
where t.slice = :slice and t.customer_id is not null
