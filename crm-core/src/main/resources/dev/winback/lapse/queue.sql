-- Nobody is eligible: the lapse waits in the manager's queue and says why.
update lapse l
set queue_reason = q.reason, version = l.version + 1
from unnest(:lapses::bigint[], :reasons::text[]) as q (lapse, reason)
where l.id = q.lapse and l.assignee is null and l.queue_reason is distinct from q.reason
