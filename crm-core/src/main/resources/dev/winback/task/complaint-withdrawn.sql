-- Nobody complained after all, so nobody asks whether the complaint is solved, unless another one of this loss was.
update task t
   set state = 'cancelled', closed_at = :now, version = t.version + 1
 where t.lapse_id in (select parts_of(:lapse))
   and t.kind = 'solved'
   and t.state = 'open'
   and not exists (select from complaint_wait w where w.lapse_id in (select parts_of(:lapse)) and w.solved_at >= t.created_at)
