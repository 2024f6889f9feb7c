-- A lapse that is open again (undo, a manager, a refund) gets back the tasks that its end cancelled: a promised call back
-- would be forgotten otherwise. Of each kind the last one, unless another one is open by now.
with ended as (
  select distinct on (t.lapse_id, t.kind) t.id
    from task t
    join lapse l on l.id = t.lapse_id
   where t.lapse_id in (:lapses)
     and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
     and t.state = 'cancelled'
     and t.ended_with_lapse
     and not exists (select from task o where o.lapse_id = t.lapse_id and o.kind = t.kind and o.state = 'open')
   order by t.lapse_id, t.kind, t.id desc
)
update task t
   set state = 'open', closed_at = null, ended_with_lapse = false, version = t.version + 1
  from ended
 where t.id = ended.id
