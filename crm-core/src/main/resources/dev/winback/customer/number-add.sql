-- The numbers by which a customer is found from now on, those he had as his own before among them.
insert into customer_alias (source, number, customer_id, import_id)
select a.alias ->> 0, a.alias ->> 1, c.id, :import::bigint
from pending_customer s
join customer c on c.ref = s.customer
cross join lateral jsonb_array_elements(s.aliases) as a (alias)
where s.slice = :slice
order by 1, 2
on conflict (source, number) do nothing
