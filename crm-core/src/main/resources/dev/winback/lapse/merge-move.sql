-- Lapses go with the record they were opened for. Numbers are negative for a moment, because two customers count alike.
update lapse l
set customer_id = n.customer_id,
    owner_key = (select c.owner_key from customer c where c.id = n.customer_id),
    origin_id = case when n.customer_id = l.customer_id then l.origin_id
                     else nullif(coalesce(l.origin_id, l.customer_id), n.customer_id) end,
    number = - n.place, version = l.version + 1
from (
  select id,
         case when customer_id = :from and coalesce(origin_id, customer_id) = any (:records::bigint[]) then :to
              else customer_id end as customer_id,
         row_number() over (order by id) as place
  from lapse
  where customer_id = any (:customers::bigint[])
) n
where n.id = l.id
