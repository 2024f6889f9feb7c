-- In place of all customers: those of whom a member works on or won a loss, in the order of names. Whether he may see them is asked beside.
(select distinct h.sort_name, h.customer_id
   from lost_row h
  where h.assignee = :member and h.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'RETURNED', 'RESTORED', 'SAFE')
    and /*after worked*/
  order by h.sort_name, h.customer_id) h
join /*customers*/ on c.id = h.customer_id
