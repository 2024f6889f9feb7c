-- One line for each loss of the list, dearest first.
select l.id as lapse, s.arm, s.held_reason as held, s.drawn_on, c.ref, c.display_name as name, l.stage, worker.name as assignee, s.touched, s.ours, s.back,
       l.value_year, l.currency, l.returned_on, v.trial, fragile(l.customer_id, :day) as fragile,
       (select max((t.contacted_at at time zone :zone)::date) from contact t
         where t.customer_id = l.customer_id and t.direction = 'out') as last_contact
/*where*/
  and (cast(:after_id as bigint) is null or (-l.value_year, -l.id) > (-cast(:after_value as numeric), -cast(:after_id as bigint)))
order by l.value_year desc, l.id desc
limit :limit
