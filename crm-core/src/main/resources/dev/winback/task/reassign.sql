-- The open work of lapses and their parts goes with them to the new assignee. Without one it ends, marked as ended by the queue,
-- and what the queue ended is open again for who gets the lapse next: a promise is somebody's all the time that there is
-- somebody, and a call that was taken back leaves no hole. Of each kind the last one, unless another one is open by now.
with given as (
  select g.lapse, g.member, part.id as part
    from unnest(:lapses::bigint[], :members::bigint[]) as g (lapse, member)
    join lapse l on l.id = g.lapse
   cross join lateral parts_of(g.lapse) as part (id)
   where g.member is null or l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
), work as (
  select t.id, g.member
    from given g
    join task t on t.lapse_id = g.part and t.state = 'open'
), back as (
  select distinct on (t.lapse_id, t.kind) t.id, g.member
    from given g
    join task t on t.lapse_id = g.part and t.state = 'cancelled' and t.ended_by_queue
   where g.member is not null
     and not exists (select from task o where o.lapse_id = t.lapse_id and o.kind = t.kind and o.state = 'open')
   order by t.lapse_id, t.kind, t.id desc
)
update task t
   set member_id = coalesce(w.member, t.member_id),
       state = case when w.member is null then 'cancelled' else 'open' end,
       closed_at = case when w.member is null then :now::timestamptz end,
       ended_by_queue = w.member is null,
       version = t.version + 1
  from (select id, member from work union all select id, member from back) w
 where t.id = w.id
