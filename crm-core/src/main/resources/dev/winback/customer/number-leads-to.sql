-- The own number of the merged record leads to the customer it is part of now.
insert into customer_alias (source, number, customer_id, origin_id)
select '', m.ref, :to, m.id from customer m where m.id = :merged
on conflict (source, number) do update set customer_id = excluded.customer_id, origin_id = excluded.origin_id
