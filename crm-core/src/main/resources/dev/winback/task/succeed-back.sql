-- The handover was taken back: tasks that are still open where they went to are his again, if he is here.
update task t
   set member_id = h.was, version = t.version + 1
  from handover_task h
  join member m on m.id = h.was and m.active
 where h.handover_id = :handover and t.id = h.task_id and t.state = 'open' and t.member_id = h.became
