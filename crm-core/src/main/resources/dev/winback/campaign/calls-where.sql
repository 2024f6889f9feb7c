-- Calls to the customers of a campaign's list from its first day to its last or today, those kept back left out; counts, lists and files
-- share this. Talks are those in which the customer was reached.
from campaign k
join call t on t.undone_at is null and t.called_at >= k.starts_on::timestamp at time zone :zone
           and t.called_at < (least(k.ends_on, :day) + 1)::timestamp at time zone :zone
join member m on m.id = t.member_id
-- join c
join customer c on c.id = t.customer_id
-- end
left join contact r on r.customer_id = t.customer_id and r.id = t.contact_id
where k.id = :campaign
  and t.customer_id in (select l.customer_id
                          from campaign_lapse x
                          left join (select id, merged_with from lapse where merged_with is not null) o on o.id = x.lapse_id
                          join lapse l on l.id = coalesce(o.merged_with, x.lapse_id)
                         where x.campaign_id = k.id and x.arm is distinct from 'control')
