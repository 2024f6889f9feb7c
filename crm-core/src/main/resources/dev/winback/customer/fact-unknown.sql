-- Whose facts a slice would store for nobody: customers whom nobody knew, or who went or were erased since the settlement.
select s.customer
from (select distinct customer_id, customer from pending_{fact} where slice = :slice) s
where not exists (select from customer c
                  where c.id = s.customer_id and (c.erased_at is null or c.ref = s.customer))
