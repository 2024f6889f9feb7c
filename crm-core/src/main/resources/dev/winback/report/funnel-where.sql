-- The losses noticed in a period and how far each came: 1 somebody called or wrote, 2 he was reached, 3 he got an offer, 4 he agreed to
-- meet or said that he had ordered, 5 he bought. The counts and the names share this. What was done is looked up from the side of the
-- deeds, which are few, and not from that of the losses.
from lapse l
join customer c on c.id = l.customer_id
left join member owner on owner.id = c.owner_id
left join customer_category k on k.customer_id = l.customer_id
left join (
  select coalesce(y.merged_with, y.id) as lapse, max(d.step) as step
    from (select a.lapse_id,
                 case when a.result in ('appointment', 'ordered') then 4 when a.result = 'offer_given' then 3
                      when t.reached then 2 else 1 end as step
            from call a
            left join contact t on t.customer_id = a.customer_id and t.id = a.contact_id
           where a.undone_at is null and a.called_at >= cast(:from as date)::timestamp at time zone :zone
          union all
          select e.lapse_id, 1 from letter e where e.lapse_id is not null and e.sent_at >= cast(:from as date)::timestamp at time zone :zone
          union all
          select g.lapse_id, 3 from offer_grant g where g.given_at >= cast(:from as date)::timestamp at time zone :zone) d
    join lapse y on y.id = d.lapse_id
   group by 1) d on d.lapse = l.id
cross join lateral (select case when l.returned_on is not null then 5 else coalesce(d.step, 0) end as step) far
where l.opened_on between :from and :to and l.stage not in ('FALSE_ALARM', 'MERGED')
  and l.close_kind is distinct from 'direction-changed' and c.erased_at is null and /*visible*/
  and (:abc = '' or k.abc = :abc)
