-- Whoever was merged into another customer since the batch was settled is that customer, and his record the home of the
-- fact. A fact that somebody else stored since the batch was settled is left as it is: the next import corrects it.
insert into {fact} (customer_id, source, external_id, told_at, origin_id, {columns}, import_id)
select coalesce(h.merged_into, h.id), s.source, s.external_id, s.told_at,
       case when h.merged_into is not null then h.id end, {s.columns}, :import::bigint
from pending_{fact} s
join customer c on c.ref = s.customer
join customer h on h.id = coalesce(s.origin_id, c.id)
where s.slice = :slice and not s.known
order by 1, s.{time}
on conflict (source, external_id) do nothing
