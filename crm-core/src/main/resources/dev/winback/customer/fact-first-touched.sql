select distinct coalesce(c.merged_into, c.id)
from first_{fact} n
join customer c on c.ref = n.customer
where n.slice = :slice
