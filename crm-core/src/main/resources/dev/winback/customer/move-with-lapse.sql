-- Rows that belong to a lapse: their customer is the customer of the lapse, whoever it is by now.
update {table} r
set customer_id = l.customer_id {and}
from lapse l
where l.id = r.lapse_id and l.customer_id in (:from, :to) and r.customer_id in (:from, :to)
  and r.customer_id <> l.customer_id
