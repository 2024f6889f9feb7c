-- We work with a customer again: what his refusal had ended beside his loss is open again (a thank-you, a contact of the fragile
-- year, a far contact), unless he was lost anew since. Of each kind the last one, if no other is open.
-- Who has left since works on none: his are the assignee's or the customer's owner's, or nobody's and stay closed.
with ended as (
  select distinct on (t.lapse_id, t.kind) t.id, heir.id as member_id
    from task t
    join lapse l on l.id = t.lapse_id
    join customer c on c.id = t.customer_id
   cross join lateral (select m.id
                         from member m
                        where m.active and m.id in (t.member_id, l.assignee, c.owner_id)
                        order by array_position(array[t.member_id, l.assignee, c.owner_id], m.id)
                        limit 1) heir
   where t.customer_id = :customer and t.state = 'cancelled' and t.ended_with_customer
     and not exists (select from lapse n where n.customer_id = l.customer_id and n.number > l.number
                       and n.stage not in ('FALSE_ALARM', 'MERGED'))
     and not exists (select from task o where o.lapse_id = t.lapse_id and o.kind = t.kind and o.state = 'open')
   order by t.lapse_id, t.kind, t.id desc
)
update task t
   set state = 'open', closed_at = null, ended_with_customer = false, member_id = e.member_id, version = t.version + 1
  from ended e
 where t.id = e.id
