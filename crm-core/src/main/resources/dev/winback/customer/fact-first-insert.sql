-- The table has no index while this runs, and the join to customers is the check of the foreign key, for all rows at once.
-- Whoever was merged into another customer since the batch was settled is that customer, and his record the home of the fact.
insert into {fact} (customer_id, source, external_id, told_at, origin_id, {columns}, import_id)
select coalesce(h.merged_into, h.id), s.source, s.external_id, s.told_at,
       case when h.merged_into is not null then h.id end, {first}, :import::bigint
from (
{last}
) s
join customer c on c.ref = s.customer
join customer h on h.id = coalesce(s.origin_id, c.id)
where not exists (select from refused_{fact} r where r.line = s.line and r.later_line = 0)
