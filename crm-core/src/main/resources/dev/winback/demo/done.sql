-- What was planned for customers who are back was done on its day, by a call to each: reps of a firm that has worked for a year
-- have not left all of it undone.
with due as (
  select t.id, t.kind, t.lapse_id, t.customer_id, t.member_id, a.due_on,
         (a.due_on + time '10:00' + make_interval(mins => (t.id * 7 % 360)::integer)) at time zone :zone as at,
         case t.kind when 'thank_you' then 'Thanked for the order. All is well.'
                     when 'after_delivery' then 'Everything arrived. Pleased with the roast.'
                     when 'second_order' then 'Orders by the month from now on.'
                     when 'low_volume' then 'Buys the rest from two others. Wants a price for pallets.'
                     when 'testimonial' then 'Will think about a line for our page.'
                     else 'Nothing to complain of.' end as note
    from task t
    join aftercare_step a on a.task_id = t.id
   where t.state = 'open' and a.due_on <= :until
), done as (
  update task t
     set state = 'done', due_on = d.due_on, created_at = d.at - interval '1 day', closed_at = d.at, version = t.version + 1
    from due d
   where t.id = d.id
), talk as (
  insert into contact (customer_id, source, external_id, contacted_at, channel, direction, member_id, result, reached, agreed,
                       note, lapse_id)
  select customer_id, 'winback', 'demo-task-' || id, at, 'phone', 'out', member_id, 'talked', true, false, note, lapse_id from due
  returning id, customer_id, external_id
)
insert into call (task_id, lapse_id, customer_id, member_id, result, note, contact_id, called_at)
select d.id, d.lapse_id, d.customer_id, d.member_id, 'talked', d.note, k.id, d.at
  from due d
  join talk k on k.customer_id = d.customer_id and k.external_id = 'demo-task-' || d.id
