-- The complaint is open again: the loss waits again, and nobody asks whether the customer is satisfied, also not later, when
-- the question has ended with its loss or for want of an assignee.
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
   set state = 'cancelled', closed_at = coalesce(t.closed_at, :now), ended_by_queue = false, ended_with_lapse = false,
       version = t.version + 1
  from waiting
  join lapse l on l.id = waiting.lapse_id
 where t.lapse_id in (l.id, l.merged_with)
   and t.kind = 'solved'
   and (t.state = 'open' or t.state = 'cancelled' and (t.ended_by_queue or t.ended_with_lapse))
