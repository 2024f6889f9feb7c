-- A record that was merged into a customer still has its rows in files: "nobody is to contact him" holds for the customer
-- as well (hold.md, I21).
update customer c
set status = m.status, left_told = false, version = c.version + 1
from pending_customer s
join customer m on m.ref = s.customer
where s.slice = :slice and c.id = m.merged_into
  and array_position(array['active', 'left', 'bankrupt', 'non_client', 'deceased', 'never_contact'], m.status)
    > array_position(array['active', 'left', 'bankrupt', 'non_client', 'deceased', 'never_contact'], c.status)
