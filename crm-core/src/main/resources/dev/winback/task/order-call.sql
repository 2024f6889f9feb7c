-- A manager orders a call of a loss for a day and says what it is for (look.md, "Bulk edit"): the open one is moved there, or one is made if
-- the night might plan one (plan.sql). A pause goes before (DEC-36). What the call was before is kept (order-back.sql).
with meant as (
  select l.* from lapse l
   where l.id = :lapse and l.stage in (/*open stages*/) and (l.not_before is null or l.not_before <= :day)
), moved as (
  update task t
     set due_on = :day, due_at = null, part = null, aim = :aim, paused_from = null, paused_from_at = null, paused_to = null,
         before_order = jsonb_build_object('job', cast(:job as bigint), 'moved_to', cast(:day as date), 'ordered', cast(:aim as text), 'due_on', t.due_on, 'due_at', t.due_at,
                                           'part', t.part, 'aim', t.aim, 'paused_from', t.paused_from, 'paused_from_at', t.paused_from_at,
                                           'paused_to', t.paused_to,
                                           'before', case when t.due_on = (t.before_order ->> 'moved_to')::date and t.due_at is null
                                                           and t.aim = t.before_order ->> 'ordered' then t.before_order end),
         version = t.version + 1
    from meant m
   where t.lapse_id in (select parts_of(m.id)) and t.kind = 'call' and t.state = 'open'
  returning t.id
), made as (
  insert into task (lapse_id, customer_id, member_id, kind, state, due_on, aim, attempt, weight, before_order)
  select l.id, l.customer_id, l.assignee, 'call', 'open', :day, :aim, 1 + calls_made(l.id), l.value_year,
         jsonb_build_object('job', cast(:job as bigint), 'moved_to', cast(:day as date), 'ordered', cast(:aim as text))
    from meant l
    join customer c on c.id = l.customer_id
   where not exists (select from moved)
     and /*callable*/
     and (select count(*) from contacts_of(l.customer_id, :moment)) < (select contact_cap())
  on conflict (lapse_id, kind) where state = 'open' do nothing
  returning id
)
select (select count(*) from moved) + (select count(*) from made)
