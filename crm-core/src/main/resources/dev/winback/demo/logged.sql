-- Each call of the past was a task of its day.
with talk as (
  select k.id, k.lapse_id, k.customer_id, k.member_id, k.result, k.note, k.contacted_at
    from contact k
   where k.source = 'winback' and k.external_id like 'demo-call-%'
), done as (
  insert into task (lapse_id, customer_id, member_id, kind, state, due_on, created_at, closed_at)
  select lapse_id, customer_id, member_id, 'call', 'done', contacted_at::date, contacted_at - interval '1 day', contacted_at from talk
  returning id, lapse_id, closed_at
)
insert into call (task_id, lapse_id, customer_id, member_id, result, note, contact_id, called_at)
select d.id, t.lapse_id, t.customer_id, t.member_id, t.result, coalesce(t.note, ''), t.id, t.contacted_at
  from talk t
  join done d on d.lapse_id = t.lapse_id and d.closed_at = t.contacted_at
