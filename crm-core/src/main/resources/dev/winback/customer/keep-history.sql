-- What a customer was before the correction, as stored columns.
insert into customer_history (customer_id, import_id, was)
select c.id, :import::bigint, to_jsonb(c) - 'display_name'
from pending_customer s
join customer c on c.ref = s.customer
where s.slice = :slice and s.known
order by c.id
