-- Which offers a list shows: the list, its count, its export and the report share this, so that they never differ. The loss is
-- the one that the offer's loss became part of: looked up for each offer ("offset 0"), or all losses are read for a few offers.
from (select g.*, /*state*/ as stands, t.id as loss, t.known_reason
        from offer_grant g
        -- the few that became part of another, not each loss looked up twice
        left join (select id, merged_with from lapse where merged_with is not null) l on l.id = g.lapse_id
        cross join lateral (select x.id, x.stage, x.returned_on, x.known_reason from lapse x
                             where x.id = coalesce(l.merged_with, g.lapse_id) offset 0) t) g
-- join c
join customer c on c.id = g.customer_id
-- end
-- each offer has one, and left out where nothing asks for it
left join member asker on asker.id = g.asked_by
where g.stands = any (:states)
  -- the few who are erased are looked up, not each customer
  and g.customer_id not in (select e.id from customer e where e.erased_at is not null)
  and /*visible*/
  and (cast(:kind as text) is null or g.kind = :kind)
  and (cast(:reason as text) is null or coalesce(g.known_reason, 'unknown') = :reason)
  and (cast(:login as text) is null or asker.login = :login)
  and (cast(:from as date) is null or (g.asked_at at time zone :zone)::date >= :from)
  and (cast(:to as date) is null or (g.asked_at at time zone :zone)::date <= :to)
