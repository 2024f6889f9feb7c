-- The open work of a lapse and its parts goes with it to the new assignee; without one it ends, and the night plans
-- again as soon as somebody has the lapse.
update task
   set member_id = coalesce(:member::bigint, member_id),
       state = case when :member::bigint is null then 'cancelled' else state end,
       closed_at = case when :member::bigint is null then :now::timestamptz end,
       version = version + 1
 where lapse_id in (select parts_of(:lapse))
   and state = 'open'
