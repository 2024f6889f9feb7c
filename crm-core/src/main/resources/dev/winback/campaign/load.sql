-- Who of the team may get losses, by how many of the campaign he has already.
select m.login, count(s.lapse_id) filter (where s.open and s.assignee = m.id) as losses
from campaign_member c
join member m on m.id = c.member_id and m.active
left join (/*states*/ where x.campaign_id = :campaign) s on true
where c.campaign_id = :campaign
group by m.login
order by 2, 1
