-- Calls of the past to losses, each on its day; half of the customers were not there. Which losses, and when, stands in its own file.
with due as (
  select d.lapse_id, d.customer_id, d.day, d.lapse_id % 4 < 2 as reached,
         coalesce(d.assignee, (select m.id from member m where m.role = 'REP' and m.id is distinct from d.lost_by order by (m.id + d.lapse_id) % 2 limit 1)) as member_id
    from (/*due*/) d
), done as (
  insert into task (lapse_id, customer_id, member_id, kind, state, due_on, created_at, closed_at)
  select lapse_id, customer_id, member_id, 'call', 'done', day, at - interval '1 day', at
    from (select d.*, (d.day + time '10:00' + make_interval(mins => (d.lapse_id * 7 % 360)::integer)) at time zone :zone as at from due d) d
  returning id, lapse_id, customer_id, member_id, closed_at
), talk as (
  insert into contact (customer_id, source, external_id, contacted_at, channel, direction, member_id, result, reached, agreed, note, lapse_id)
  select t.customer_id, 'winback', 'demo-called-' || t.id, t.closed_at, 'phone', 'out', t.member_id,
         case when d.reached then 'thinking' else 'not_there' end, d.reached, false,
         case when d.reached then 'Has no need at the moment. Asks for the new price list.' end, t.lapse_id
    from done t join due d on d.lapse_id = t.lapse_id
  returning id, customer_id, external_id, result, note
)
insert into call (task_id, lapse_id, customer_id, member_id, result, note, contact_id, called_at)
select t.id, t.lapse_id, t.customer_id, t.member_id, k.result, coalesce(k.note, ''), k.id, t.closed_at
  from done t
  join talk k on k.customer_id = t.customer_id and k.external_id = 'demo-called-' || t.id
