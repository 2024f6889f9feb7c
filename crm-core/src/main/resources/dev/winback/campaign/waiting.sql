-- The open losses drawn for the team of a campaign that nobody of it has, dearest first; whoever works on one keeps it.
select s.lapse_id
from (/*states*/ where x.campaign_id = :campaign) s
join lapse l on l.id = s.lapse_id
where s.open and not s.ours and s.arm = 'treated' and (l.assignee is null or l.stage <> 'WORKING')
order by l.value_year desc, l.id
limit :limit
