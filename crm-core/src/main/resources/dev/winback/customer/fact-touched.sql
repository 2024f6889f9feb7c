select distinct coalesce(c.merged_into, c.id)
from pending_{fact} s
join customer c on c.ref = s.customer
where s.slice = :slice
