-- The next call of a loss is on the day on which the customer is to answer an offer; there is one, if somebody has the loss and
-- nothing else is planned for it.
with moved as (
  update task
     set due_on = :day, due_at = null, part = null, version = version + 1
   where lapse_id in (select parts_of(:lapse)) and kind = 'call' and state = 'open'
  returning id
)
insert into task (lapse_id, customer_id, member_id, kind, state, due_on, attempt, weight)
select l.id, l.customer_id, l.assignee, 'call', 'open', :day, 1 + calls_made(l.id), l.value_year
  from lapse l
 where l.id = :lapse and l.assignee is not null
   and not exists (select from moved)
   and not exists (select from task t where t.lapse_id in (select parts_of(:lapse)) and t.state = 'open')
on conflict (lapse_id, kind) where state = 'open' do nothing
