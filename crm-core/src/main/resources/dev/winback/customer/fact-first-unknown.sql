-- Customers of a first load whom nobody knows yet: nothing but their number. Sorted, so that two writers meet in one order.
insert into customer (ref, import_id)
select n.customer, :import::bigint
from first_{fact} n
where not exists (select from customer c where c.ref = n.customer)
  and (not exists (select from erased_ref)
       or not exists (select from erased_ref e where e.ref_hash = ref_hash(n.customer)))
order by n.customer
on conflict (ref) do nothing
