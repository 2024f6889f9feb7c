-- Service has resolved a complaint that was told in a call: whoever works on the loss calls and asks whether the customer is
-- satisfied, once for each time it was resolved.
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
)
insert into task (lapse_id, customer_id, member_id, kind, state, due_on, weight)
select distinct on (l.id) l.id, l.customer_id, coalesce(l.assignee, s.member_id), 'solved', 'open', :day::date, coalesce(l.value_year, 0)
  from solved s
  join lapse l on l.id = s.lapse_id
 where l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
 order by l.id
on conflict (lapse_id, kind) where state = 'open' do nothing
