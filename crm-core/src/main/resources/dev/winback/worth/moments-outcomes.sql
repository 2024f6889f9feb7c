-- What became of losses since their first contact, 13 weeks later: a purchase within them is a return, however small (RET-01).
-- The control group counts as reached by nobody. Who had bought before anybody asked him (a call to thank him is one too) says
-- nothing of asking. The newest 5,000 are learnt from.
select touched.lapse_id, touched.day, touched.day::timestamp at time zone :zone as before, touched.member, touched.channel,
       1 as contacts, touched.percent,
       granted.kind as grant_kind, granted.percent as grant_percent, granted.cost as grant_cost,
       l.returned_on is not null and l.returned_on <= touched.day + 91 as returned
  from (
    select distinct on (lapse_id) lapse_id, at, (at at time zone :zone)::date as day, channel, percent, member
      from (
        select x.lapse_id, x.contacted_at as at,
               case when x.channel in ('email', 'letter', 'sms') then 'email' else 'call' end as channel, 0 as percent,
               x.member_id as member
          from contact x
         where x.lapse_id is not null and x.direction = 'out'
        union all
        select t.lapse_id, t.sent_at, 'email', t.percent, null from letter t where t.state = 'SENT'
        union all
        select t.lapse_id, t.due_on::timestamp at time zone :zone, 'none', 0, null from letter t where t.state = 'CONTROL') touch
     where at < (cast(:day as date) - 90)::timestamp at time zone :zone
     order by lapse_id, at) touched
  join lapse l on l.id = touched.lapse_id
  left join purchase p on p.customer_id = l.customer_id and p.id = l.return_purchase_id
  left join lateral (
    select g.kind, g.percent, g.cost
      from offer_grant g
     where g.lapse_id = l.id and (g.given_at at time zone :zone)::date = touched.day
     order by g.id
     limit 1) granted on true
 where l.stage not in ('MERGED', 'FALSE_ALARM')
   and (l.returned_on is null or coalesce(bought_by(p.purchased_at, p.received_at, :zone) > touched.at, l.returned_on >= touched.day))
   and (l.closed_on is null or l.returned_on is not null or l.closed_on >= touched.day)
 order by l.id desc
 limit 5000
