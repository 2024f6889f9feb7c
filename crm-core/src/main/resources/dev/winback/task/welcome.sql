-- We work with a customer again: what his refusal had ended beside his loss is open again (a thank-you, a contact of the fragile
-- year, a far contact), unless he was lost anew since. Of each kind the last one, if no other is open.
with ended as (
  select distinct on (t.lapse_id, t.kind) t.id
    from task t
    join lapse l on l.id = t.lapse_id
   where t.customer_id = :customer and t.state = 'cancelled' and t.ended_with_customer
     and not exists (select from lapse n where n.customer_id = l.customer_id and n.number > l.number
                       and n.stage not in ('FALSE_ALARM', 'MERGED'))
     and not exists (select from task o where o.lapse_id = t.lapse_id and o.kind = t.kind and o.state = 'open')
   order by t.lapse_id, t.kind, t.id desc
)
update task t
   set state = 'open', closed_at = null, ended_with_customer = false, version = t.version + 1
  from ended e
 where t.id = e.id
