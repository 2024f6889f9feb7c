-- Which lapses the lost list shows: the list, its count and its export share this, so that they never differ.
from lapse l
join customer c on c.id = l.customer_id
left join member owner on owner.id = c.owner_id
left join member assignee on assignee.id = l.assignee
left join signal silent on silent.customer_id = c.id and silent.kind = 'silent'
left join signal late on late.customer_id = c.id and late.kind = 'late'
where l.stage = any (:stages)
  and c.erased_at is null
  and /*visible*/
  and /*search*/
  and (cast(:signal as text) is null
       or (:signal = 'rhythm' and late.kind is not null)
       or silent.evidence ->> 'class' = :signal
       or exists (select 1 from signal s where s.customer_id = c.id and s.kind = :signal))
  and (cast(:owner as text) is null or coalesce(owner.login, 'none') = :owner)
  and (cast(:assignee as text) is null or coalesce(assignee.login, 'none') = :assignee)
  and (cast(:min as numeric) is null or l.value_year >= :min)
