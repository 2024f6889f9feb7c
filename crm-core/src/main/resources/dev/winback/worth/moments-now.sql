-- Losses now, with the way that is open to the customer and the offer of the highest rung he has reached;
-- an offer that was granted goes before all proposals. Phone before letter, because a call works better; never a channel he does not
-- want, nor one on which the plan of calls and the ladder would pass him by.
select l.id as lapse_id, cast(:day as date) as day, cast(null as boolean) as returned, timestamptz 'infinity' as before,
       l.assignee as member,
       way.channel,
       -- what the plan of calls has left, or the ladder for the 13 weeks of a chance; at least the one that is weighed
       case way.channel when 'call' then greatest(1, calls_left.count)
                        when 'email' then greatest(1, letters_left.count)
                        else 0 end as contacts,
       letters_left.percent,
       granted.kind as grant_kind, granted.percent as grant_percent, granted.cost as grant_cost
  from lapse l
  join customer c on c.id = l.customer_id
  left join customer_value v on v.customer_id = l.customer_id
  left join customer_category k on k.customer_id = l.customer_id
  left join reason known on known.code = l.known_reason
 cross join lateral (
   select case when /*by-phone*/ then 'call'
               when (coalesce(c.preferred_channel, 'email') = 'email'
                     or c.preferred_channel <> 'none'
                        and exists (select from rung r where r.number > 0 and r.mode <> 'off' and r.channel = 'any'))
                    and /*by-letter*/ then 'email'
               else 'none' end as channel
   offset 0) way
  left join lateral (
    select g.kind, g.percent, g.cost
      from offer_grant g
     where g.lapse_id = l.id and g.state in ('approved', 'given', 'accepted')
       and (g.valid_until is null or g.valid_until >= cast(:day as date))
     order by g.id desc
     limit 1) granted on true
  left join lateral (
   -- planned_contacts less calls_made, written out: the two functions take 160 µs of CPU for each loss, this takes 14
   select (coalesce(greatest((select p.planned from contact_plan p where p.lapse_id = l.id),
                             (select max(p.planned) from lapse m join contact_plan p on p.lapse_id = m.id where m.merged_with = l.id)),
                    (select case when k.abc = 'A' or k.vip then s.plan_a when k.abc = 'B' then s.plan_b else s.plan_other end
                       from work_setting s))
           - (select count(*) from call k where k.lapse_id = l.id and k.undone_at is null)
           - (select count(*) from lapse m join call k on k.lapse_id = m.id where m.merged_with = l.id and k.undone_at is null)
          )::int as count
    where way.channel = 'call') calls_left on true
 cross join lateral (
   -- the ladder as it would write to him (judged.sql): of the rungs for customers like him that he has reached the highest alone, as
   -- long as it has written nothing
   select count(*) filter (where way.channel = 'email' and (step.next is null or step.next > cast(:day as date))
                             and not exists (select from letter e
                                              where e.lapse_id in (select parts_of(l.id)) and e.rung = step.number
                                                and e.state in ('CLAIMED', 'ANNOUNCED', 'SENT', 'IN_DOUBT')))::int as count,
          coalesce(max(step.percent) filter (where step.due <= cast(:day as date)
                                               and (step.next is null or step.next > cast(:day as date))), 0) as percent
     from (select r.number, r.percent, t.due, lead(t.due) over (order by t.due, r.number) as next
             from rung r
            cross join lateral (select rung_due(l.silent_since, r.unit, r.amount, r.days, case when v.visits >= 3 then v.rhythm_days end) as due) t
            where r.number > 0 and r.mode <> 'off' and t.due <= cast(:day as date) + 91
              and rung_suits(r.classes, r.reasons, k.abc, l.known_reason, known.branch)
              and (r.channel <> 'email' or c.preferred_channel = 'email')
              and (r.backlog or r.since is null or t.due >= r.since)) step) letters_left
 where /*which*/
