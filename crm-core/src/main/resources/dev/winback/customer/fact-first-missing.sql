-- Customers of a first load whom nobody knew at the settlement, or who went or were erased since, get to be known by
-- nothing but their number. Sorted, so that two writers meet in one order.
create temporary table missing_{fact} on commit drop as
select t.place, t.customer
from told_{fact} t
where not exists (select from customer c
                  where c.id = t.customer_id and (c.erased_at is null or c.ref = t.customer));
-- a number that was taken back meanwhile is that of the customer whom it named then
update missing_{fact} m
set customer = c.ref
from number_back b
join customer c on c.id = b.leads_to
where m.customer = b.number and c.ref <> b.number
  and b.at > coalesce((select started_at from import_run where id = :import::bigint), now());
insert into customer (ref, import_id)
select m.customer, :import::bigint
from missing_{fact} m
where not exists (select from customer c where c.ref = m.customer)
  and (not exists (select from erased_ref)
       or not exists (select from erased_ref e where e.ref_hash = ref_hash(m.customer)))
order by m.customer
on conflict (ref) do nothing;
update told_{fact} t
set customer_id = c.id
from missing_{fact} m
left join customer c on c.ref = m.customer
where t.place = m.place
