-- Nobody is eligible: the lapse waits in the manager's queue and says why.
update lapse l
set queue_reason = :reason, version = l.version + 1
where l.id = any (:lapses::bigint[]) and l.assignee is null and l.queue_reason is distinct from :reason
