-- Who lost a customer whom nobody had when the loss was opened is the member of the last purchase before it (rules.md, "lost by"), as the
-- purchases are known now: one that is corrected, told late or taken back says it anew, as if all had been known in time (hold.md, I9).
-- What a manager has said of it and not taken back stays; counted, because a condition within a condition may be planned as a
-- look at the events of all.
with found as (
  select l.id, (select p.member_id from purchase p
                 where p.customer_id = l.customer_id and p.counting
                   and p.purchased_at < (l.silent_since + 1)::timestamp at time zone :zone
                 order by p.purchased_at desc, p.source desc, p.external_id desc limit 1) as member
  from lapse l
  where l.customer_id = any (cast(:ids as bigint[])) and not l.owner_lost and l.stage not in ('FALSE_ALARM', 'MERGED')
    and (select count(*) filter (where e.kind = 'lost-by') = count(*) filter (where e.kind = 'lost-by-undone')
           from lapse_event e where e.lapse_id = l.id)
)
update lapse l
set lost_by = f.member, version = l.version + 1
from found f
where l.id = f.id and l.lost_by is distinct from f.member
returning l.customer_id
