-- What a manager answered to this member, shown on every page: granted and not given yet; refused in the last days, as long as the
-- loss is open.
select count(*) filter (where g.state = 'approved') as approved, count(*) filter (where g.state = 'refused') as refused
  from offer_grant g
  join customer c on c.id = g.customer_id
  join lapse l on l.id = g.lapse_id
  join lapse t on t.id = coalesce(l.merged_with, l.id)
 where g.asked_by = :member and (g.state = 'approved' or g.state = 'refused' and g.decided_at >= :since)
   and t.stage in (/*open stages*/)
   and /*visible*/
