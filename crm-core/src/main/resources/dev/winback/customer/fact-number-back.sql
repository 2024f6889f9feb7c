-- Facts that were read under a number which was taken back meanwhile keep the customer whom it named then.
update pending_{fact} s
set customer = c.ref, customer_id = c.id
from number_back b
join customer c on c.id = b.leads_to
where s.slice = :slice and s.customer = b.number and c.ref <> b.number
  and b.at > coalesce((select started_at from import_run where id = :import::bigint), now())
