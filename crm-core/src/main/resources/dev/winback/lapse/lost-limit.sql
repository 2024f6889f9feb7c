-- Each lapse has the limit of its customer's kind that is in force, so that its loss has the day by which the months before the first night are counted,
-- too. It changes when somebody sets another limit or says of what kind a customer is. No new version of the lapse: nobody decides by it.
update lapse l
   set lost_limit = n.lost_limit
  from customer c
  left join limit_of_kind k on k.kind = c.kind
 cross join lateral (select coalesce(k.lost_limit, (select lost_limit(''))) as lost_limit) n
 where c.id = l.customer_id and not l.patient and l.lost_limit <> n.lost_limit
