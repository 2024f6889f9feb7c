-- The card is this member's for ten minutes, unless another member has one of the same customer; his own others are free. The
-- lease is no part of the task that people decide about, so its version stays.
with freed as (
  update task set leased_by = null, leased_until = null
   where leased_by = :member and id <> :task
)
update task t
   set leased_by = :member, leased_until = clock_timestamp() + interval '10 minutes'
 where t.id = :task
   and not exists (select from task o
                    where o.customer_id = t.customer_id
                      and o.state = 'open'
                      and o.leased_by <> :member
                      and o.leased_until > clock_timestamp())
