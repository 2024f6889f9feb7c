-- Whom the rules have given them to.
update handover_lapse h set became = l.assignee
  from lapse l
 where h.handover_id = :handover and l.id = h.lapse_id
