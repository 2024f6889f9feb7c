-- The losses on a campaign's list that a member may see; list, count and export share this.
from (/*states*/ where x.campaign_id = :campaign) s
join lapse l on l.id = s.lapse_id
join customer c on c.id = l.customer_id
left join member worker on worker.id = l.assignee
left join second_life v on v.lapse_id = l.id
where c.erased_at is null and /*visible*/
  and (:show = 'all' or :show = 'uncontacted' and not s.touched and s.open or :show = 'returned' and s.back
       or :show = 'outside' and s.open and not s.ours)
