-- The open losses of a campaign that nobody of its team has, dearest first.
select s.lapse_id
from (/*states*/ where x.campaign_id = :campaign) s
join lapse l on l.id = s.lapse_id
where s.open and not s.ours
order by l.value_year desc, l.id
limit :limit
