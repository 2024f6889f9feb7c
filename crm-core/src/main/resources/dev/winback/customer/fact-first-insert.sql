-- The table has no index while this runs, and the join to customers is the check of the foreign key, for all rows at once.
insert into {fact} (customer_id, source, external_id, told_at, origin_id, {columns}, import_id)
select c.id, s.source, s.external_id, s.told_at, s.origin_id, {first}, :import::bigint
from (
{last}
) s
join customer c on c.ref = s.customer
where not exists (select from refused_{fact} r where r.line = s.line and r.later_line = 0)
