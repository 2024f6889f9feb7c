-- Who is fragile (RET-02): the last return of a customer who is not lost again, for twelve months. The list, its count and
-- its export share this.
from lapse l
join customer c on c.id = l.customer_id
left join second_life v on v.lapse_id = l.id
left join member owner on owner.id = c.owner_id and owner.active
left join member worker on worker.id = l.assignee and worker.active
cross join (select low_percent, low_days from aftercare_setting order by id desc limit 1) g
where l.stage in ('RETURNED', 'RESTORED')
  and l.returned_on > (:day - interval '12 months')::date - 1
  and :day < (l.returned_on + interval '12 months')::date
  and not exists (select from lapse n where n.customer_id = l.customer_id and n.number > l.number
                    and n.stage not in ('FALSE_ALARM', 'MERGED'))
  and c.erased_at is null and /*visible*/
  and (:show = 'all'
       or :show = 'low' and v.percent <= g.low_percent and :day - l.returned_on >= g.low_days
       or :show = 'nobody' and owner.id is null and worker.id is null)
