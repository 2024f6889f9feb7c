update {fact} f
set customer_id = c.id, told_at = s.told_at, origin_id = s.origin_id, {changes}, import_id = :import::bigint
from pending_{fact} s
join customer c on c.ref = s.customer
where s.slice = :slice and s.known and f.source = s.source and f.external_id = s.external_id
