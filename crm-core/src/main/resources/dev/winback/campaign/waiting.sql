-- The open losses drawn for the team of a campaign that nobody of it has, dearest first; whoever works on one keeps it.
select s.lapse_id
from (/*states*/ where x.campaign_id = :campaign) s
where s.open and not s.ours and s.arm = 'treated' and (s.assignee is null or s.stage <> 'WORKING')
order by s.value_year desc, s.lapse_id
limit :limit
