-- Customers of facts whom nobody knows yet: nothing but their number. Sorted, so that two writers meet in one order.
insert into customer (ref, import_id)
select given.ref, :import::bigint
from unnest(:refs::text[]) as given (ref)
where not exists (select from customer c where c.ref = given.ref)
order by given.ref
on conflict (ref) do nothing
