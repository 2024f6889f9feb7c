-- The open losses of who leaves, before they are taken from him.
insert into handover_lapse (handover_id, lapse_id, was, override_was, joint_was)
select :handover, l.id, :leaver, l.override_reason, l.joint_with
  from lapse l
 where l.assignee = :leaver and l.stage in (/*open stages*/)
