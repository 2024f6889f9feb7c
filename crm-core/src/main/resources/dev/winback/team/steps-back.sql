-- The handover was taken back: steps that are still open where they went to are his again, if he is here.
update plan_step s
   set member_id = h.was
  from handover_step h
  join member m on m.id = h.was and m.active
 where h.handover_id = :handover and s.id = h.step_id and s.done_at is null and s.member_id = h.became
