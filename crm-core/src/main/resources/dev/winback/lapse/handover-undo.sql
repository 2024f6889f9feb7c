-- Losses go back where they still are where they went to, and no person has worked on them since: on the terms on which they
-- were had, or the next night would take them from who once lost the customer. What was of somebody who has left stays.
with written as (
  update lapse l
     set assignee = x.was,
         assigned_on = case when x.was is not null then :day::date end,
         override_reason = x.override_was,
         joint_with = case when j.active then x.joint_was end,
         -- why it waited for nobody before, or the night would give to a rep what was left to letters
         queue_reason = case when x.was is null then coalesce(
           (select e.detail ->> 'was_queued' from lapse_event e
             where e.lapse_id = l.id and e.kind = 'assigned' and e.at >= h.made_at order by e.id limit 1), 'taken-back') end,
         version = l.version + 1
    from handover_lapse x
    join handover h on h.id = x.handover_id
    left join member m on m.id = x.was
    left join member j on j.id = x.joint_was
   where x.handover_id = :handover and l.id = x.lapse_id
     and l.stage in (/*open stages*/)
     and l.assignee is not distinct from x.became
     and (x.was is null or m.active and m.role in ('REP', 'MANAGER'))
     and not exists (select from lapse_event e
                      where e.lapse_id = l.id and e.at > h.made_at and e.member_id is not null
                        and e.kind not in ('assigned', 'handed-over'))
  returning l.id, l.assignee
), noted as (
  insert into lapse_event (lapse_id, at, member_id, kind, detail)
  select id, :now, :member, 'handed-back', jsonb_build_object('member', assignee) from written
)
select id, assignee from written order by id
