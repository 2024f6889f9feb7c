update {fact} f
set customer_id = coalesce(h.merged_into, h.id), told_at = s.told_at,
    origin_id = case when h.merged_into is not null then h.id end, {changes}, import_id = :import::bigint
from pending_{fact} s
join customer h on h.id = coalesce(s.origin_id, s.customer_id)
where s.slice = :slice and s.known and f.source = s.source and f.external_id = s.external_id
returning f.customer_id
