-- A promise that ended when nobody had its lapse is open again for whom the night, or a departure, gave the lapse to: of each
-- kind the last one, unless another one is open by now. What is passed over so loses its mark, or it would come back when the
-- other one is kept; a call among it, because calls are planned anew with all others, within what he can do in a day.
with marked as (
  select t.id, w.assignee,
         promised_kind(t.kind)
           and row_number() over (partition by t.lapse_id, t.kind order by t.id desc) = 1
           and not exists (select from task o where o.lapse_id = t.lapse_id and o.kind = t.kind and o.state = 'open') as back
    from task t
    join lapse l on l.id = t.lapse_id
    join lapse w on w.id = coalesce(l.merged_with, l.id)
   where t.state = 'cancelled' and t.ended_by_queue
     and w.assignee is not null
     and w.stage in (/*open stages*/)
)
update task t
   set member_id = case when m.back then m.assignee else t.member_id end,
       state = case when m.back then 'open' else t.state end,
       closed_at = case when m.back then null else t.closed_at end,
       ended_by_queue = false,
       version = t.version + 1
  from marked m
 where t.id = m.id
