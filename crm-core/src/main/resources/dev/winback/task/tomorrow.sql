-- The reminder of the day before: what a member has promised for the days up to the next working day.
select p.task, p.kind, p.state, p.ref, p.customer, p.what, p.due_on, p.due_at, p.login, p.member, p.done_at, p.lapse, p.weight, p.currency
  from (/*promise*/) p
 where p.member_id = :member and p.waiting and p.due_on > :today and p.due_on <= :next
 order by p.due_on, p.due_at nulls first, p.task
