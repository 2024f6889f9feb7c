-- Service has resolved a complaint that was told in a call: whoever works on the customer calls and asks whether he is
-- satisfied, once for each time it was resolved. Also one who is back, who complained when he was thanked; nobody else whose
-- loss has ended. A loss that became part of another one is asked about with that one.
with solved as (
  update complaint_wait w
     set solved_at = :now
    from call k, complaint c
   where k.id = w.call_id
     and c.customer_id = k.customer_id
     and c.id = w.complaint_id
     and k.customer_id = any (:customers::bigint[])
     and c.resolved_at is not null
     and w.solved_at is null
  returning w.lapse_id, k.member_id
), asked as (
  select distinct on (l.id) l.id, l.customer_id, l.value_year,
         coalesce((select m.id from member m where m.id = l.assignee and m.active),
                  (select m.id from member m where m.id = s.member_id and m.active),
                  (select m.id from member m where m.id = c.owner_id and m.active and m.role in ('REP', 'MANAGER'))) as member_id
    from solved s
    join lapse told on told.id = s.lapse_id
    join lapse l on l.id = coalesce(told.merged_with, told.id)
    join customer c on c.id = l.customer_id
   where l.stage in (/*open stages*/, /*won stages*/)
   order by l.id
)
insert into task (lapse_id, customer_id, member_id, kind, state, due_on, weight)
select id, customer_id, member_id, 'solved', 'open', :day::date, value_year
  from asked
 where member_id is not null
on conflict (lapse_id, kind) where state = 'open' do nothing
