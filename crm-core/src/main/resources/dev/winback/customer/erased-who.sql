-- Who has one of these numbers, or a record that is part of him. One pass over all customers: it is asked after a restored backup alone.
select coalesce(merged_into, id) from customer where erased_at is null and ref_hash(ref) = any (:hashes)
union
select customer_id from customer_alias where source = '' and ref_hash(number) = any (:hashes)
order by 1
