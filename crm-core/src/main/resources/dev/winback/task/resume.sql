-- A lapse that is open again (undo, a manager, a refund) gets back the tasks that its end cancelled: a promised call back
-- would be forgotten otherwise. Of each kind the last one, unless another one is open by now; of what is part of it the promises.
-- A promise that went to another member with the merge of two records goes back to who made it when they are taken apart.
with ended as (
  select distinct on (t.lapse_id, t.kind) t.id, t.member_id
    from task t
    join lapse l on l.id = t.lapse_id
    left join lapse w on w.id = l.merged_with
   where (l.id in (:lapses) or l.merged_with in (:lapses) and promised_kind(t.kind))
     and coalesce(w.stage, l.stage) in (/*open stages*/)
     and t.state = 'cancelled'
     and t.ended_with_lapse
     and not exists (select from task o where o.lapse_id = t.lapse_id and o.kind = t.kind and o.state = 'open')
   order by t.lapse_id, t.kind, t.id desc
), lent as (
  select t.id, t.member_before as member_id
    from task t
    join lapse l on l.id = t.lapse_id and l.merged_with is null
    join member m on m.id = t.member_before and m.active
   where l.id in (:lapses) and t.state = 'open'
)
update task t
   set state = 'open', closed_at = null, ended_with_lapse = false, member_id = back.member_id,
       member_before = case when back.lent then null else t.member_before end, version = t.version + 1
  from (select id, member_id, false as lent from ended union all select id, member_id, true from lent) back
 where t.id = back.id
