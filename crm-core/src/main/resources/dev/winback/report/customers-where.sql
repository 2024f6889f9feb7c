-- Which customers the list shows; the list, its count and its export share this.
from customer c
left join member owner on owner.id = c.owner_id
left join customer_value v on v.customer_id = c.id
left join lateral (select stage, reason from lapse where customer_id = c.id order by number desc limit 1) l on true
cross join lateral (select /*standing*/ as standing) s
where c.erased_at is null and c.merged_into is null
  and /*visible*/
  and /*search*/
  and (cast(:stage as text) is null or s.standing = :stage or (:stage = 'none' and l.stage is null))
  -- says nothing new, and lets the few to watch be found without looking at all
  and (cast(:stage as text) is distinct from 'WATCH'
       or c.id in (select customer_id from signal where lost_from is null and kind <> 'stale-contact'))
  and (cast(:reason as text) is null or lower(l.reason) = :reason)
  and (cast(:signal as text) is null
       or exists (select 1 from signal f where f.customer_id = c.id and f.kind = :signal))
  and (cast(:kind as text) is null or c.kind = :kind)
  and (cast(:owner as text) is null or coalesce(owner.login, 'none') = :owner)
