-- Nobody complained after all, so nobody asks whether the complaint is solved, unless another one of this loss was;
-- also not later, when the question has ended with its loss or for want of an assignee.
update task t
   set state = 'cancelled', closed_at = coalesce(t.closed_at, :now), ended_by_queue = false, ended_with_lapse = false,
       version = t.version + 1
 where t.lapse_id in (select parts_of(:lapse))
   and t.kind = 'solved'
   and (t.state = 'open' or t.state = 'cancelled' and (t.ended_by_queue or t.ended_with_lapse))
   and not exists (select from complaint_wait w where w.lapse_id in (select parts_of(:lapse)) and w.solved_at >= t.created_at)
