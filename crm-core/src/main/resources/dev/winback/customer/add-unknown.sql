-- Customers of facts whom nobody knows yet: nothing but their number. Sorted, so that two writers meet in one order. The numbers
-- of erased persons stay unknown until something happens after their day by which whoever has one comes back.
with made as (
  insert into customer (ref, import_id)
  select given.ref, :import::bigint
  from unnest(:refs::text[], :newest::timestamptz[]) as given (ref, newest)
  where not exists (select from customer c where c.ref = given.ref)
    and not exists (select from erased_ref e
                    where e.ref_hash = ref_hash(given.ref) and (given.newest >= e.until) is not true)
  order by given.ref
  on conflict (ref) do nothing
  returning id, ref
)
update erased_ref e
set back_id = made.id
from made
where exists (select from erased_ref) and e.ref_hash = ref_hash(made.ref)
