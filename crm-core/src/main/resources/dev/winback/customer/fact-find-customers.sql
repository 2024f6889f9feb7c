-- By now everybody is known but those who were erased: nothing is kept of them any more.
update pending_{fact} s
set customer_id = c.id, origin_id = case when c.id is not null then s.origin_id end
from unnest(:refs::text[]) as given (ref)
left join customer c on c.ref = given.ref
where s.slice = :slice and s.customer = given.ref
