-- Takes open lapses from those who left, have no part in the work any more, or turned out to have lost the customer
-- themselves (unless a manager said so with a reason).
update lapse l
set assignee = null, assigned_on = null, override_reason = null, joint_with = null, version = l.version + 1
where l.assignee is not null and l.stage in (/*open stages*/)
  and (not exists (select 1 from member m where m.id = l.assignee and m.active and m.role in ('REP', 'MANAGER'))
       or (l.override_reason is null
           and exists (select 1 from lapse e where e.customer_id = l.customer_id and e.lost_by = l.assignee and e.stage <> 'FALSE_ALARM')))
returning l.id
