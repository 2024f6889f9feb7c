-- What purchases and the night wrote while the past was played belongs to its own day: a return to its purchase, the
-- rest to the night. What people did keeps its moment.
update lapse_event e
   set at = least(e.at, case when e.kind = 'returned' then p.purchased_at + interval '1 second' else :night end)
  from lapse l left join purchase p on p.id = l.return_purchase_id
 where l.id = e.lapse_id and e.member_id is null and e.at >= :today
