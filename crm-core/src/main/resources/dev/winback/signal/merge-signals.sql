-- Writes only the signals that are new or say something else than yesterday; the figures stay the same while a signal
-- holds, so a quiet night writes nothing. In the order of the key, so that two writers never deadlock.
insert into signal as s (customer_id, kind, since, lost_from, evidence)
select f.customer_id, f.kind, f.since, f.lost_from, f.evidence
from folded_signal f
left join signal old on old.customer_id = f.customer_id and old.kind = f.kind
where old.customer_id is null
   or (old.since, old.lost_from, old.evidence) is distinct from (f.since, f.lost_from, f.evidence)
order by f.customer_id, f.kind
on conflict (customer_id, kind) do update
set since = excluded.since, lost_from = excluded.lost_from, evidence = excluded.evidence
