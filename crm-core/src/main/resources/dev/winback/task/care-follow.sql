-- Checks of contact data of customers of a handover are their owner's in the same hour; of whom nobody owns they are every manager's.
update care_plan p set member_id = c.owner_id
  from handover_customer h
  join customer c on c.id = h.customer_id
 where h.handover_id = :handover and p.customer_id = c.id
   and p.member_id in (h.owner_was, h.owner_became) and p.member_id is distinct from c.owner_id
