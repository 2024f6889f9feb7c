-- The fragile customers, who came back last first, each with what comes next for him.
select l.id as lapse, c.ref, c.display_name as name, c.city, owner.name as owner, worker.name as assignee, l.stage,
       l.returned_on, (l.returned_on + interval '12 months')::date as until, l.credit,
       w.reason, coalesce(w.said_by = 'guess', false) as guess, l.restored_on, l.year_on,
       v.trial, v.before_year, v.since_year, v.percent,
       coalesce(v.percent <= g.low_percent and :day - l.returned_on >= g.low_days, false) as low, l.currency,
       v.share_before, v.share_after, next.kind as next_kind, next.due_on as next_on, next.member as next_member
from (select l.id as shown, g.low_percent, g.low_days
      /*where*/
        and (cast(:after_id as bigint) is null or (l.returned_on, l.id) < (cast(:after_day as date), :after_id))
      order by l.returned_on desc, l.id desc
      limit :limit) g
join lapse l on l.id = g.shown
join customer c on c.id = l.customer_id
left join second_life v on v.lapse_id = l.id
left join member owner on owner.id = c.owner_id and owner.active
left join member worker on worker.id = l.assignee and worker.active
left join lateral why_of(l.id) w on true
left join lateral (
  select kind, due_on, member
  from (select t.kind, t.due_on, m.name as member from parts_of(l.id) part(id)
          join task t on t.lapse_id = part.id and t.state = 'open'
          join member m on m.id = t.member_id
        union all
        select a.kind, a.due_on, null from aftercare_step a where a.lapse_id = l.id and a.task_id is null) step
  order by due_on, kind
  limit 1) next on true
order by l.returned_on desc, l.id desc
