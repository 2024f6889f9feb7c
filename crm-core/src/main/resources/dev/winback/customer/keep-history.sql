-- What a customer was before the correction, as stored columns.
insert into customer_history (customer_id, import_id, was)
select c.id, :import::bigint, to_jsonb(c) - 'display_name' - 'made_rank'
from pending_customer s
join customer c on c.id = s.customer_id
where s.slice = :slice and s.known and s.differs
order by c.id
