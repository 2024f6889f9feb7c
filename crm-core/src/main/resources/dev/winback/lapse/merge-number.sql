-- The first lapse of a customer is the one that was opened first, whichever record it came in for.
update lapse l
set number = n.place
from (
  select id, row_number() over (partition by customer_id order by opened_on, id) as place
  from lapse
  where customer_id = any (:customers::bigint[])
) n
where n.id = l.id
