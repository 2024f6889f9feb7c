-- The customers of the slice who are of a kind.
select c.id as customer_id, c.kind
from customer c
where c.kind is not null and c.id >= :from and c.id < :until and (:ids::bigint[] is null or c.id = any (:ids::bigint[]))
