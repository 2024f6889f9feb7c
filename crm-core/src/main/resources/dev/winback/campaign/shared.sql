-- What this member gave to the team when he shared a campaign last, each with its step; where anything has happened to a loss since, that stays.
select distinct e.lapse_id as lapse, e.id as step
  from campaign k
  join campaign_lapse x on x.campaign_id = k.id
  join lapse_event e on e.id = x.given_step and e.at >= k.shared_at
  join lapse l on l.id = e.lapse_id and l.stage in (/*open stages*/)
 where k.id = :campaign and e.member_id = :member
   and not exists (select from lapse_event n where n.lapse_id = e.lapse_id and n.id > e.id)
 order by e.lapse_id
