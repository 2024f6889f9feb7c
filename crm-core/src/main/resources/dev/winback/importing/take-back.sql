-- Begins to take back what a run stored: steps are keys of customers, so that a killed node's successor goes on.
update import_run
   set state = 'running', phase = 'taking-back', phase_at = clock_timestamp(), heartbeat_at = clock_timestamp(),
       node = :node, taken_back_by = :member, taken_back_at = null, cancel_at = null, deaths = 0, steps_done = 0,
       steps = coalesce((select max(id) from customer), 0)
 where id = :id and state in ('done', 'cancelled', 'failed') and not dry_run
   and (state <> 'failed' or created + changed > 0)
