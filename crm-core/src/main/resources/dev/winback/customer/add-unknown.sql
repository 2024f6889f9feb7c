-- Customers of facts whom nobody knows yet: nothing but their number. Sorted, so that two writers meet in one order. The numbers
-- of erased persons stay unknown.
insert into customer (ref, import_id)
select given.ref, :import::bigint
from unnest(:refs::text[]) as given (ref)
where not exists (select from customer c where c.ref = given.ref)
  and not exists (select from erased_ref e where e.ref_hash = ref_hash(given.ref))
order by given.ref
on conflict (ref) do nothing
