-- Which customers the list shows; the list, its count and its export share this. A piece between "if" and "end" stands
-- there when its parameter was asked for (Pieces).
from /*customers*/
/*joins*/
where /*there*/
  and /*visible customer row*/
  and /*category*/
-- if q
  and /*search*/
-- end
-- if stage
  and c.standing = :stage
-- end
-- if active
  and c.standing = 'ACTIVE' and /*told*/
-- end
-- if prospect
  and c.standing = 'PROSPECT' and /*told*/
-- end
-- if watch
  and c.standing = 'WATCH' and /*told*/
-- end
-- if none
  and c.stage is null
-- end
-- if quiet
  and /*quiet*/
-- end
-- if reason
  and c.known_reason = :reason
-- end
-- if signal
  and /*signal*/
-- end
-- if since
  and c.id in (select f.customer_id from signal f where f.kind = :signal and f.since >= :since and f.lost_from is null)
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
-- if nobody
  and c.id in (select w.customer_id from vip_waiting(:month_of, :zone) w
                where not exists (select from member m where m.id = w.owner_id and m.active and m.role in ('REP', 'MANAGER')))
-- end
