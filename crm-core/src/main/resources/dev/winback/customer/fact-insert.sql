-- A fact that somebody else stored since the batch was settled is left as it is: the next import corrects it.
insert into {fact} (customer_id, source, external_id, told_at, origin_id, {columns}, import_id)
select c.id, s.source, s.external_id, s.told_at, s.origin_id, {s.columns}, :import::bigint
from pending_{fact} s
join customer c on c.ref = s.customer
where s.slice = :slice and not s.known
order by c.id, s.{time}
on conflict (source, external_id) do nothing
