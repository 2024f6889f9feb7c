-- Writes what the assignment found; whoever was assigned by hand meanwhile keeps his lapse.
with given as (
  select * from unnest(:lapses::bigint[], :members::bigint[]) as given (lapse, member)
), written as (
  update lapse l
  set assignee = given.member, assigned_on = :day, queue_reason = null, joint_with = null, version = l.version + 1
  from given
  where l.id = given.lapse and l.assignee is null and l.stage in (/*open stages*/)
  returning l.id, l.assignee
)
insert into lapse_event (lapse_id, at, kind, detail)
select id, :now, 'assigned', jsonb_build_object('member', assignee) from written
