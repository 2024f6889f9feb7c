-- The search for a successor is over when somebody is there with whom we can deal, and he is called by whoever searched (UND-24).
with found as (
  update task t
     set state = 'done', closed_at = :now, version = t.version + 1
   where t.kind = 'data_care' and t.state = 'open' and /*whose*/
     and exists (select from person p where p.customer_id = t.customer_id and p.left_on is null)
     and exists (select from lapse l where l.id = t.lapse_id and l.stage in (/*open stages*/))
     and (exists (select from call k
                   where k.customer_id = t.customer_id and k.next_task_id = t.id and k.result = 'person_gone')
          or exists (select from contact k
                      where k.customer_id = t.customer_id and k.id = t.told_contact and k.result = 'person_gone'))
  returning t.lapse_id, t.customer_id, t.member_id, t.weight)
insert into task (lapse_id, customer_id, member_id, kind, state, due_on, weight)
select lapse_id, customer_id, member_id, 'call', 'open', :day, weight
  from found
on conflict (lapse_id, kind) where state = 'open' do nothing
