-- By what a complaint is told again. The number is that of the record it came in for: told under the number of the record
-- that this one became part of, it would stay there when the two are taken apart.
select h.ref, k.source, k.external_id, k.complained_at as time, k.satisfied
  from complaint k
  join customer h on h.id = coalesce(k.origin_id, k.customer_id)
 where k.customer_id = :customer and k.id = :complaint
