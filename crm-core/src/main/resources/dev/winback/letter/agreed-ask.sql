-- Confirmations that wait for a reason without an end: the gate is asked anew, as long as a call is confirmed at all; what
-- waits until a time keeps it. An older one ends with its reason, and its caller sees that it was stopped.
update letter l
   set state = case when k.called_at > :fresh then 'PLANNED' else 'SUPPRESSED' end,
       hold_reason = case when k.called_at > :fresh then null else l.hold_reason end,
       hold_until = null,
       ended_at = case when k.called_at > :fresh then null else clock_timestamp() end,
       version = l.version + 1
  from call k
 where k.id = l.confirmation_call and l.state = 'HELD' and coalesce(l.hold_until <= :now, true)
returning case when l.state = 'PLANNED' then l.id end
