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
-- if active
  and /*well*/
  and exists (select from customer_value b where b.customer_id = c.id and b.purchases > 0)
-- end
-- if prospect
  and /*well*/
  and not exists (select from customer_value b where b.customer_id = c.id and b.purchases > 0)
-- end
-- if none
  -- not by the latest lapse of each, which has to be looked for before it is not there (2.4 s, 0.8 ms so)
  and not exists (select from lapse x where x.customer_id = c.id)
-- end
-- if quiet
  and /*quiet*/
-- end
-- if watch
  -- before the first night nobody stands anywhere
  and exists (select from night where finished_at is not null)
  and /*watch*/
-- end
-- if reason
  and /*reason*/
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
