-- The contacts after each return (RET-03), from the facts as they are known now: thanks within a working day (CAL-31), after
-- the delivery, with the second order or when it does not come, in the third and in the twelfth month, a request for a
-- testimonial, and a talk when he buys little (RET-04). Days that were over a fortnight ago when the plan is made first are
-- left out: nobody thanks for an order of last winter. A day moves with the facts; a task that was
-- made of it keeps its own.
with setting as (
  select * from aftercare_setting order by id desc limit 1
), returned as (
  select l.id, l.customer_id, l.returned_on,
         (select min((p.purchased_at at time zone :zone)::date) from purchase p
           where p.customer_id = l.customer_id and p.counting
             and p.purchased_at >= (l.returned_on + 1)::timestamp at time zone :zone) as second_on
  from lapse l
  where l.stage in (/*won stages*/) and l.returned_on > :day - 800
    and (:ids::bigint[] is null or l.customer_id = any (:ids::bigint[]))
    and not exists (select from lapse n where n.customer_id = l.customer_id and n.number > l.number
                      and n.stage not in ('FALSE_ALARM', 'MERGED'))
    and not exists (select from let_go(:zone) g (customer_id) where g.customer_id = l.customer_id)
), step as (
  select r.id, r.customer_id, s.kind, s.due_on
  from returned r, setting g, lateral (values
    ('thank_you', r.returned_on + 1),
    ('after_delivery', r.returned_on + g.delivery_days),
    ('second_order', least(r.second_on + 1, r.returned_on + g.second_days)),
    ('month_3', (r.returned_on + make_interval(months => g.first_month))::date),
    ('month_12', (r.returned_on + make_interval(months => g.last_month))::date),
    ('testimonial', r.returned_on + g.testimonial_days)) s (kind, due_on)
  union all
  select r.id, r.customer_id, 'low_volume', :day
  from returned r
  join second_life v on v.lapse_id = r.id
  cross join setting g
  where v.percent <= g.low_percent and :day - r.returned_on >= g.low_days
    and :day < (r.returned_on + interval '12 months')::date
)
insert into aftercare_step as a (lapse_id, customer_id, kind, due_on)
select id, customer_id, kind, due_on from step
where due_on >= :day - 14
   or exists (select from aftercare_step o where o.lapse_id = step.id and o.kind = step.kind)
   or exists (select from task t where t.lapse_id = step.id and t.kind = step.kind)
on conflict (lapse_id, kind) do update set due_on = excluded.due_on
where a.due_on <> excluded.due_on and a.kind <> 'low_volume'
