-- The next call of a loss is on the day on which the customer is to answer an offer. He expects it, so neither the number of contacts nor
-- the plan of calls keeps it back (decision 780); service that has his complaint does. A pause goes before (DEC-36): the call waits for
-- its end, and what ends the pause gives back the day of the answer.
-- What the call was before is kept, below it what it was before an earlier offer: one that did not reach the customer leaves the call where
-- it was (answer-back.sql).
with day as (
  select cast(:day as date) as answer, greatest(:day, cast(:until as date)) as due
), moved as (
  update task t
     set due_on = d.due, due_at = null, part = null,
         paused_from = case when d.due > d.answer then d.answer end, paused_from_at = null,
         paused_to = case when d.due > d.answer then d.due end,
         before_offer = jsonb_build_object('offer', cast(:offer as bigint), 'moved_to', d.due,
                                           'due_on', t.due_on, 'due_at', t.due_at, 'part', t.part,
                                           'paused_from', t.paused_from, 'paused_from_at', t.paused_from_at, 'paused_to', t.paused_to,
                                           'before', case when t.due_on = (t.before_offer ->> 'moved_to')::date and t.due_at is null
                                                          then t.before_offer end),
         version = t.version + 1
    from day d
   where t.lapse_id in (select parts_of(:lapse)) and t.kind = 'call' and t.state = 'open'
  returning t.id
)
insert into task (lapse_id, customer_id, member_id, kind, state, due_on, paused_from, paused_to, attempt, weight, before_offer)
select l.id, l.customer_id, l.assignee, 'call', 'open', d.due, case when d.due > d.answer then d.answer end,
       case when d.due > d.answer then d.due end, 1 + calls_made(l.id), l.value_year,
       jsonb_build_object('offer', cast(:offer as bigint), 'moved_to', d.due)
  from lapse l
  join customer c on c.id = l.customer_id
 cross join day d
 where l.id = :lapse and l.stage in (/*open stages*/)
   and not exists (select from moved)
   -- at the hour that was agreed in the talk he is asked for his answer, too (1011)
   and not exists (select from task t where t.lapse_id in (select parts_of(l.id)) and t.kind = 'call_back' and t.state = 'open')
   and l.assignee is not null and /*by-phone*/
   and not exists (select from complaint_wait w where w.lapse_id in (select parts_of(l.id)) and w.solved_at is null)
   and /*uncompared*/
on conflict (lapse_id, kind) where state = 'open' do nothing
