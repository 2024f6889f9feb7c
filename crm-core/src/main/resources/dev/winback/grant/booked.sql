-- What a member has given this month by his own authority; what was declined, taken back or has run out unused is free again.
select coalesce(sum(g.cost), 0)
  from offer_grant g
  join lapse l on l.id = g.lapse_id
  join lapse t on t.id = coalesce(l.merged_with, l.id)
 where g.given_by = :member and g.decided_by is null
   and g.given_at >= :from and g.given_at < :until
   and /*state*/ in ('given', 'accepted', 'used')
