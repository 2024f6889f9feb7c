-- Makes tasks of the planned contacts whose day has come, for who works on the customer: the assignee of the loss, else the
-- owner; nobody at work means no task, and the page of fragile customers says so. A task of the kind that is there already
-- (a rep heard of the order first and has thanked) is taken as the contact, one that ended with the return comes back with it.
-- Twice plans once. The night makes all kinds, a purchase those that it is about, a merge none: its end finds no more than was.
with due as (
  select a.lapse_id, a.customer_id, a.kind, a.due_on, l.value_year,
         (select t.id from task t where t.lapse_id = a.lapse_id and t.kind = a.kind and t.state in ('open', 'done')
           order by t.id desc limit 1) as made,
         (select t.id from task t where t.lapse_id = a.lapse_id and t.kind = a.kind and t.state = 'cancelled' and t.ended_with_lapse
           order by t.id desc limit 1) as back,
         coalesce((select m.id from member m where m.id = l.assignee and m.active and m.role in ('REP', 'MANAGER')),
                  (select m.id from member m where m.id = c.owner_id and m.active and m.role in ('REP', 'MANAGER'))) as member_id
  from aftercare_step a
  join lapse l on l.id = a.lapse_id
  join customer c on c.id = a.customer_id and c.status = 'active' and c.erased_at is null
  where a.task_id is null and a.due_on <= :until
    and l.stage in (/*won stages*/)
    and not exists (select from lapse n where n.customer_id = l.customer_id and n.number > l.number
                      and n.stage not in ('FALSE_ALARM', 'MERGED'))
    and (:ids::bigint[] is null or a.customer_id = any (:ids::bigint[]))
), reopened as (
  update task t
  set state = 'open', closed_at = null, ended_with_lapse = false, version = t.version + 1
  from due d
  where t.id = d.back and d.made is null and d.member_id is not null
), made as (
  insert into task (lapse_id, customer_id, member_id, kind, state, due_on, weight)
  select lapse_id, customer_id, member_id, kind, 'open', greatest(due_on, :until), value_year
  from due
  where kind = any (:kinds) and made is null and back is null and member_id is not null
  on conflict (lapse_id, kind) where state = 'open' do nothing
  returning id, lapse_id, kind
)
update aftercare_step a
set task_id = coalesce(d.made, case when d.member_id is not null then d.back end, m.id)
from due d
left join made m on m.lapse_id = d.lapse_id and m.kind = d.kind
where a.lapse_id = d.lapse_id and a.kind = d.kind
  and coalesce(d.made, case when d.member_id is not null then d.back end, m.id) is not null
