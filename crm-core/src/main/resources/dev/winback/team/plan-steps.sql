-- Steps of written plans with the names around them, only of customers that the member sees. The steps of a loss that was
-- merged stand in the plan of the one it went into.
select s.id, l.id as lapse, c.ref, c.display_name as customer, s.what, who.name as member, who.login, s.due_on,
       maker.name as made_by, s.done_at, finisher.name as done_by,
       s.done_at is null and s.due_on < :today and l.stage in (/*open stages*/) as overdue
  from plan_step s
  join lapse own on own.id = s.lapse_id
  join lapse l on l.id = coalesce(own.merged_with, own.id)
  join customer c on c.id = s.customer_id
  join member who on who.id = s.member_id
  join member maker on maker.id = s.made_by
  left join member finisher on finisher.id = s.done_by
 where s.removed_at is null and c.erased_at is null and (/*visible*/ or l.assignee = :member or s.member_id = :member)
   and /*which*/
