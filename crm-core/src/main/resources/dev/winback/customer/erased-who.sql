-- Who has one of these numbers, or a record that is part of him, and whether his own number is one of them: of whom it is not, only a part
-- was erased, and only after it had been taken apart. One pass over all customers: it is asked after a restored backup alone.
with found as (
  select ref_hash(ref) as hash, coalesce(merged_into, id) as id
  from customer where erased_at is null and ref_hash(ref) = any (:hashes)
  union
  select ref_hash(number), customer_id from customer_alias where source = '' and ref_hash(number) = any (:hashes)
)
select f.hash, c.id, ref_hash(c.ref) = any (:hashes) as himself
from found f
join customer c on c.id = f.id and c.erased_at is null
order by c.id, f.hash
