-- Losses go back where they still are where they went to, and no person has worked on them since.
with written as (
  update lapse l
     set assignee = case when m.active and m.role in ('REP', 'MANAGER') then x.was end,
         assigned_on = :day, override_reason = null, joint_with = null,
         queue_reason = case when m.active and m.role in ('REP', 'MANAGER') then null else l.queue_reason end,
         version = l.version + 1
    from handover_lapse x
    join handover h on h.id = x.handover_id
    left join member m on m.id = x.was
   where x.handover_id = :handover and l.id = x.lapse_id
     and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
     and l.assignee is not distinct from x.became
     and not exists (select from lapse_event e
                      where e.lapse_id = l.id and e.at > h.made_at and e.member_id is not null
                        and e.kind not in ('assigned', 'handed-over'))
  returning l.id, l.assignee
), noted as (
  insert into lapse_event (lapse_id, at, member_id, kind, detail)
  select id, :now, :member, 'handed-back', jsonb_build_object('member', assignee) from written
)
select id, assignee from written order by id
