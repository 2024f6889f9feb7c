insert into customer (ref, {columns}, phone_e164, attributes, told_at, told, import_id)
select customer, {columns}, phone_e164, attributes, told_at, told, :import::bigint
from pending_customer
where slice = :slice and not known
order by customer
on conflict (ref) do nothing
