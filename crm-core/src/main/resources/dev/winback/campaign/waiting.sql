-- The open losses of a campaign that nobody of its team has, dearest first; whoever works on one keeps it.
select s.lapse_id
from (/*states*/ where x.campaign_id = :campaign) s
join lapse l on l.id = s.lapse_id
where s.open and not s.ours and (l.assignee is null or l.stage <> 'WORKING')
order by l.value_year desc, l.id
limit :limit
