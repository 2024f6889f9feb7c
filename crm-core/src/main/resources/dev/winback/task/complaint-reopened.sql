-- The complaint is open again: the loss waits again, and nobody asks whether the customer is satisfied.
with waiting as (
  update complaint_wait w
     set solved_at = null
    from call k, complaint c
   where k.id = w.call_id
     and c.customer_id = k.customer_id
     and c.id = w.complaint_id
     and k.customer_id = any (:customers::bigint[])
     and c.resolved_at is null
     and w.solved_at is not null
  returning w.lapse_id
)
update task t
   set state = 'cancelled', closed_at = :now, version = t.version + 1
  from waiting
  join lapse l on l.id = waiting.lapse_id
 where t.lapse_id in (l.id, l.merged_with)
   and t.kind = 'solved'
   and t.state = 'open'
