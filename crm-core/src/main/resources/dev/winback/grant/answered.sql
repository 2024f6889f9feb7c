-- What this member asked for, was granted, and has not given yet, shown on every page.
select count(*)
  from offer_grant g
  join customer c on c.id = g.customer_id
  join lapse l on l.id = g.lapse_id
  join lapse t on t.id = coalesce(l.merged_with, l.id)
 where g.asked_by = :member and g.state = 'approved' and t.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
   and /*visible*/
