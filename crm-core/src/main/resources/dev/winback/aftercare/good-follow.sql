-- Open contacts with customers of a handover are their owner's in the same hour: a birthday of today is over tomorrow, and the night would make
-- them anew without aim, note and attempts.
update good_contact g set member_id = c.owner_id
  from handover_customer h
  join customer c on c.id = h.customer_id and c.owner_id is not null
 where h.handover_id = :handover and g.customer_id = c.id and g.state = 'open'
   and g.member_id in (h.owner_was, h.owner_became) and g.member_id <> c.owner_id
