-- With the newest time of what brings an erased person back. Whose facts a slice would store for nobody: customers whom nobody knew, or who went or were erased since the settlement.
select s.customer, s.newest
from (
  select customer_id, customer, {newest} as newest from pending_{fact} where slice = :slice group by customer_id, customer
) s
where not exists (select from customer c
                  where c.id = s.customer_id and (c.erased_at is null or c.ref = s.customer))
