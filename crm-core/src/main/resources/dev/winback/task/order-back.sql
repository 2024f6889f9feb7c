-- The call is again what it was before this job ordered it, or is not made at all; one that somebody, an offer or a later job has moved since,
-- or that is done, stays as it is.
update task t
   set state = case when t.before_order ->> 'due_on' is null then 'cancelled' else t.state end,
       closed_at = case when t.before_order ->> 'due_on' is null then :now::timestamptz else t.closed_at end,
       due_on = coalesce((t.before_order ->> 'due_on')::date, t.due_on),
       due_at = (t.before_order ->> 'due_at')::timestamptz,
       part = t.before_order ->> 'part',
       aim = t.before_order ->> 'aim',
       paused_from = (t.before_order ->> 'paused_from')::date,
       paused_from_at = (t.before_order ->> 'paused_from_at')::timestamptz,
       paused_to = (t.before_order ->> 'paused_to')::date,
       before_order = nullif(t.before_order -> 'before', 'null'), version = t.version + 1
 where t.lapse_id in (select parts_of(:lapse)) and t.kind = 'call' and t.state = 'open' and (t.before_order ->> 'job')::bigint = :job
   and t.due_on = (t.before_order ->> 'moved_to')::date and t.due_at is null and t.aim = t.before_order ->> 'ordered'
