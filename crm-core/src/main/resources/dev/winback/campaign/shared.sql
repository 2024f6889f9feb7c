-- The open losses of a campaign that this member gave to its team when he shared it last.
select s.lapse_id
from (/*states*/ where x.campaign_id = :campaign) s
join campaign k on k.id = s.campaign_id
where s.open and s.ours
  and exists (select from lapse_event e where e.lapse_id = s.lapse_id and e.kind = 'assigned' and e.member_id = :member
                and e.at >= k.shared_at)
order by s.lapse_id
