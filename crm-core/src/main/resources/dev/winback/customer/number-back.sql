-- Customers whose number was taken back since the batch was settled are told of under the one they have now.
update pending_customer s
set customer = c.ref
from number_back b
join customer c on c.id = b.leads_to
where s.slice = :slice and s.known and s.customer_id = c.id and s.customer = b.number and c.ref <> b.number
  and b.at > coalesce((select started_at from import_run where id = :import::bigint), now())
