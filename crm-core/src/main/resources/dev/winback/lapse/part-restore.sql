-- What the merge changed in a lapse and nothing else has changed since is again what it was. An open lapse waits as a
-- part of nothing until the other open one, which it had become part of, has gone.
update lapse l
set stage = case when w.open then 'MERGED' else s.stage end,
    stage_before = case when w.open then s.stage else s.stage_before end,
    merged_with = case when not w.open then s.merged_with end,
    silent_since = s.silent_since, lost_on = s.lost_on, closed_on = s.closed_on, closed_by = s.closed_by,
    close_reason = s.close_reason, returned_on = s.returned_on, return_purchase_id = s.return_purchase_id,
    credit = s.credit, credit_id = s.credit_id, credit_member = s.credit_member, assignee = s.assignee,
    assigned_on = s.assigned_on, queue_reason = s.queue_reason, override_reason = s.override_reason,
    joint_with = s.joint_with, close_kind = s.close_kind,
    version = l.version + 1
from (
  select x.id, undone(lapse_state(x), m.was, m.became) as state
  from lapse_merge m
  join lapse x on x.id = m.lapse_id
  where m.merge_id = :merge and m.was <> '{}' and m.was <> m.became
) r
cross join lateral jsonb_populate_record(null::lapse, (r.state -> 'stage') || (r.state -> 'closing')
  || (r.state -> 'assignment') || (r.state -> 'silence') || (r.state -> 'loss')) s
cross join lateral (select s.stage in (/*open stages*/) as open) w
where l.id = r.id
