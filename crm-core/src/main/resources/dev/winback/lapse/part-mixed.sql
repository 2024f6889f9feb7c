-- Customers whose lapses are not simply what they were before the merge: others are still merged into them, lapses were
-- opened meanwhile, or something has happened to one. Their lapses are put together anew.
select c.id
from customer c
where c.id = any (:customers::bigint[])
  and (exists (select from customer_merge o where o.into_id = c.id and o.parted_at is null)
       or exists (select from lapse l
                  join lapse_merge m on m.merge_id = :merge and m.lapse_id = l.id
                  cross join lateral (select lapse_state(l) as is) s
                  where l.customer_id = c.id
                    and (m.was = '{}' or s.is - 'stage' <> m.was - 'stage'
                         or m.was #>> '{stage,stage}' not in (l.stage, coalesce(l.stage_before, '')))))
