-- Losses now, with the way that is open to the customer and the offer of the highest rung he has reached;
-- an offer that was granted goes before all proposals. Phone before letter, because a call works better; never a channel he does not
-- want, nor one on which the plan of calls and the ladder would pass him by.
select l.id as lapse_id, cast(:day as date) as day, cast(null as boolean) as returned, timestamptz 'infinity' as before,
       l.assignee as member,
       way.channel,
       coalesce((select r.percent from rung r
                  where r.number > 0 and r.mode <> 'off' and r.days <= cast(:day as date) - l.silent_since
                  order by r.days desc limit 1), 0) as percent,
       granted.kind as grant_kind, granted.percent as grant_percent, granted.cost as grant_cost
  from lapse l
  join customer c on c.id = l.customer_id
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
 where /*which*/
