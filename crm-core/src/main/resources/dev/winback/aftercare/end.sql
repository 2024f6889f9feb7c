-- Ends the plan of who did not return after all (a refund, an undo), is lost again or was let go: his open tasks are cancelled,
-- what was not done leaves the plan; of a return that never was nothing stays.
with ended as (
  select a.lapse_id, a.kind, a.task_id, l.stage in (/*won stages*/) as was
  from aftercare_step a
  join lapse l on l.id = a.lapse_id
  where (:ids::bigint[] is null or a.customer_id = any (:ids::bigint[]))
    and (l.stage not in (/*won stages*/)
         or exists (select from lapse n where n.customer_id = l.customer_id and n.number > l.number
                      and n.stage not in ('FALSE_ALARM', 'MERGED'))
         or exists (select from let_go(:zone) g (customer_id) where g.customer_id = a.customer_id))
), cancelled as (
  update task t
  set state = 'cancelled', closed_at = :now, ended_with_lapse = true, version = t.version + 1
  from ended e
  where t.lapse_id = e.lapse_id and t.kind = e.kind and t.state = 'open'
)
delete from aftercare_step a
using ended e
where a.lapse_id = e.lapse_id and a.kind = e.kind
  and not (e.was and exists (select from task t where t.id = e.task_id and t.state = 'done'))
