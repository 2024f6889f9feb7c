-- Which customers the list shows; the list, its count and its export share this.
from customer c
left join member owner on owner.id = c.owner_id
left join customer_value v on v.customer_id = c.id
left join lateral (select stage from lapse where customer_id = c.id order by number desc limit 1) l on true
where c.erased_at is null
  and /*visible*/
  and /*search*/
  and (cast(:stage as text) is null or coalesce(l.stage, 'none') = :stage)
  and (cast(:signal as text) is null
       or exists (select 1 from signal s where s.customer_id = c.id and s.kind = :signal))
  and (cast(:owner as text) is null or coalesce(owner.login, 'none') = :owner)
