-- The same for each member of the team: what he has of the list, what he did, who came back with him, and his share of the
-- first orders (CAL-35).
with span as (
  select k.*, k.starts_on::timestamp at time zone :zone as from_moment,
         (least(k.ends_on, :day) + 1)::timestamp at time zone :zone as until_moment
  from campaign k where k.id = :campaign
), losses as (
  select distinct l.id, l.customer_id, l.assignee,
         l.stage in (/*won stages*/) and l.returned_on between k.starts_on and k.ends_on as back,
         case when l.returned_on between k.starts_on and k.ends_on then
           (select p.amount - p.refunded from purchase p
             where p.customer_id = l.customer_id and p.id = l.return_purchase_id and p.currency = :currency) end as trial
  from campaign_lapse x
  join span k on k.id = x.campaign_id
  -- the few that became part of another, not each loss looked up twice
  left join (select id, merged_with from lapse where merged_with is not null) o on o.id = x.lapse_id
  join lapse l on l.id = coalesce(o.merged_with, x.lapse_id)
  -- who was kept back is no work of the campaign; the few who are erased are looked up, not each customer
  where x.arm is distinct from 'control' and l.customer_id not in (select e.id from customer e where e.erased_at is not null)
)
select m.name as member, m.login,
       (select count(*) from losses l where l.assignee = m.id) as losses,
       coalesce(d.calls, 0) as calls, coalesce(d.talks, 0) as talks,
       (select count(*) from losses l where l.assignee = m.id and l.back) as returned,
       coalesce((select sum(l.trial) from losses l where l.assignee = m.id and l.back), 0) as trial,
       coalesce((select round(sum(l.trial) * k.bonus_percent / 100, 2) from losses l where l.assignee = m.id and l.back), 0) as bonus
from campaign_member c
join member m on m.id = c.member_id
join span k on k.id = c.campaign_id
left join (select t.member_id, count(*) as calls, count(*) filter (where r.reached) as talks
           /*calls*/
           group by t.member_id) d on d.member_id = c.member_id
order by m.name, m.id
