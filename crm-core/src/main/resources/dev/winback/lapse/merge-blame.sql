-- Who lost the other record does not win the customer back (DEC-22), unless a manager has said so with a reason.
with unassigned as (
  update lapse l
  set assignee = null, assigned_on = null, queue_reason = 'only-losers', joint_with = null, version = l.version + 1
  from lapse was
  where was.id = l.id and l.customer_id = any (:customers::bigint[])
    and l.stage in (/*open stages*/) and l.override_reason is null
    and exists (select from lapse e where e.customer_id = l.customer_id and e.lost_by = l.assignee and e.stage <> 'FALSE_ALARM')
  returning l.id, was.assignee, was.assigned_on, lapse_state(was) -> 'assignment' as before,
            lapse_state(l) -> 'assignment' as after
), noted as (
  insert into lapse_event (lapse_id, at, member_id, kind, detail)
  select id, :now, :member, 'blamed', jsonb_build_object('member', assignee, 'on', assigned_on) from unassigned
), known as (
  -- a merge that still stands left the lapse with him: its end gives it back all the same
  update lapse_merge m
  set became = jsonb_set(m.became, '{assignment}', u.after)
  from unassigned u, customer_merge c
  where :apart and m.lapse_id = u.id and m.became -> 'assignment' = u.before
    and c.id = m.merge_id and c.parted_at is null
)
select id from unassigned
