-- One line for each loss of the list, dearest first.
select s.lapse_id as lapse, s.arm, s.held_reason as held, s.drawn_on, c.ref, c.display_name as name, s.stage, worker.name as assignee, s.touched, s.ours, s.back,
       s.value_year, s.currency, s.returned_on,
       (select v.trial from second_life v where v.lapse_id = s.lapse_id) as trial, fragile(s.customer_id, :day) as fragile,
       (select max((t.contacted_at at time zone :zone)::date) from contact t
         where t.customer_id = s.customer_id and t.direction = 'out') as last_contact
/*where*/
  and (cast(:after_id as bigint) is null or (-s.value_year, -s.lapse_id) > (-cast(:after_value as numeric), -cast(:after_id as bigint)))
order by s.value_year desc, s.lapse_id desc
limit :limit
