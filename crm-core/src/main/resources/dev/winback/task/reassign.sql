-- The open work of lapses and their parts goes with them to the new assignee. Without one it ends, marked as ended by the queue,
-- and what the queue ended is open again for who gets the lapse next: a promise is somebody's all the time that there is
-- somebody, and a call that was taken back leaves no hole. Of each kind the last one, unless another one is open by now; a call
-- only of the lapse itself, if the night might plan one (plan.sql) or the customer expects it (answer-day.sql), and never due before today. What does not come back now has
-- been passed over for good and loses its mark.
with given as (
  select g.lapse, g.member, part.id as part
    from unnest(:lapses::bigint[], :members::bigint[]) as g (lapse, member)
    join lapse l on l.id = g.lapse
   cross join lateral parts_of(g.lapse) as part (id)
   where g.member is null or l.stage in (/*open stages*/)
), work as (
  select t.id, g.member, case when g.member is null then 'cancelled' else 'open' end as state, g.member is null as queued
    from given g
    join task t on t.lapse_id = g.part and t.state = 'open'
), marked as (
  select t.id, g.member,
         row_number() over (partition by t.lapse_id, t.kind order by t.id desc) = 1
           and not exists (select from task o where o.lapse_id = t.lapse_id and o.kind = t.kind and o.state = 'open')
           and (t.kind <> 'call' or t.lapse_id = l.id
                and (l.not_before is null or l.not_before <= greatest(t.due_on, :day))
                and (t.before_offer is not null and /*by-phone*/ and /*uncompared*/
                     and not exists (select from complaint_wait w where w.lapse_id in (select parts_of(l.id)) and w.solved_at is null)
                     or (select count(*) from contacts_of(l.customer_id, :now)) < (select contact_cap())
                     and /*callable*/)) as back
    from given g
    join lapse l on l.id = g.lapse
    join customer c on c.id = l.customer_id
    join task t on t.lapse_id = g.part and t.state = 'cancelled' and t.ended_by_queue
   where g.member is not null
), moved as (
  select id, member, state, queued from work
  union all
  select id, case when back then member end, case when back then 'open' else 'cancelled' end, false from marked
)
update task t
   set member_id = coalesce(m.member, t.member_id),
       state = m.state,
       closed_at = case when m.state = 'open' then null else coalesce(t.closed_at, :now) end,
       due_on = case when m.state = 'open' and t.state = 'cancelled' and t.kind = 'call' then greatest(t.due_on, :day) else t.due_on end,
       due_at = case when m.state = 'open' and t.state = 'cancelled' and t.kind = 'call' and t.due_on < :day then null else t.due_at end,
       ended_by_queue = m.queued,
       version = t.version + 1
  from moved m
 where t.id = m.id
