-- Visits with the names around them.
select v.id, v.lapse_id as lapse, c.ref, c.display_name as customer, manager.name as manager, rep.name as rep, v.starts_at,
       v.questions, v.listened, v.summary, v.done_at, v.cancelled_at
  from visit v
  join customer c on c.id = v.customer_id
  join member manager on manager.id = v.manager_id
  join member rep on rep.id = v.rep_id
 where /*which*/
