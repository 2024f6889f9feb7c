-- Visits with the names around them. Who goes along to a visit ahead is who works on the loss now; a visit of a loss that was
-- merged is one of the loss it went into.
select v.id, l.id as lapse, c.ref, c.display_name as customer, manager.name as manager, rep.name as rep, v.starts_at,
       v.questions, v.listened, v.summary, v.done_at, v.cancelled_at
  from visit v
  join lapse own on own.id = v.lapse_id
  join lapse l on l.id = coalesce(own.merged_with, own.id)
  join customer c on c.id = v.customer_id
  join member manager on manager.id = v.manager_id
  join member rep on rep.id = case when v.done_at is null and v.cancelled_at is null then coalesce(l.assignee, v.rep_id)
                                   else v.rep_id end
 where /*which*/
