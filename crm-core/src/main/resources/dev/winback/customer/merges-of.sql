-- What was merged into a customer and can be taken apart again, the latest first.
select m.id, c.ref, c.display_name as name, m.merged_at, coalesce(p.name, '') as member
from customer_merge m
join customer c on c.id = m.merged_id
left join member p on p.id = m.member_id
where m.into_id = :id and m.parted_at is null
order by m.id desc
