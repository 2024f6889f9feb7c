-- Which customers the list shows; the list, its count and its export share this. A piece between "if" and "end" stands
-- there when its parameter was asked for (Pieces).
from /*customers*/
/*joins*/
where c.erased_at is null and c.merged_into is null
  and /*visible*/
  and /*category*/
-- if q
  and /*search*/
-- end
-- if stage
  and exists (select from lapse x where x.customer_id = c.id and x.stage = :stage)
  and l.stage = :stage
-- end
-- if standing
  and s.standing = :standing
-- end
-- if none
  -- not by the latest lapse of each, which has to be looked for before it is not there (2.4 s, 0.8 ms so)
  and not exists (select from lapse x where x.customer_id = c.id)
-- end
-- if quiet
  and /*quiet*/
-- end
-- if watch
  -- says nothing new, and lets the few to watch be found without looking at all
  and c.id in (select customer_id from signal where lost_from is null and kind <> 'stale-contact')
-- end
-- if reason
  -- says nothing new, and lets those with a loss of the reason be found without looking at all
  and c.id in (select x.customer_id from lapse x where x.known_reason = :reason)
  and l.known_reason = :reason
-- end
-- if signal
  and /*signal*/
-- end
-- if kind
  and c.kind = :kind
-- end
-- if owner
  and c.owner_id = (select m.id from member m where m.login = :owner)
-- end
-- if no_owner
  and c.owner_id is null
-- end
