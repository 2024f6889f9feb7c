-- A number that leads others may itself have found its customer by another key: those it leads come along.
update number_customer n
set customer_id = l.customer_id, leader = l.leader
from number_customer l
where n.leader = l.number and n.number <> l.number and n.customer_id is null
  and (l.customer_id is not null or l.leader <> l.number)
