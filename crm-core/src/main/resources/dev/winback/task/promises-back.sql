-- A promise that ended when nobody had its lapse is open again for whom the night, or a departure, gave the lapse to. A call
-- that ended so is planned again with all others, within what he can do in a day.
with back as (
  select distinct on (t.lapse_id, t.kind) t.id, w.assignee
    from task t
    join lapse l on l.id = t.lapse_id
    join lapse w on w.id = coalesce(l.merged_with, l.id)
   where t.state = 'cancelled' and t.ended_by_queue
     and promised_kind(t.kind)
     and w.assignee is not null
     and w.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
     and not exists (select from task o where o.lapse_id = t.lapse_id and o.kind = t.kind and o.state = 'open')
   order by t.lapse_id, t.kind, t.id desc
)
update task t
   set member_id = b.assignee, state = 'open', closed_at = null, ended_by_queue = false, version = t.version + 1
  from back b
 where t.id = b.id
