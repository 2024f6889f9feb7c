-- The names behind some keys.
select c.id, c.ref, c.display_name as name, c.city, m.name as owner
from customer c
left join member m on m.id = c.owner_id
where c.id = any (:ids::bigint[])
