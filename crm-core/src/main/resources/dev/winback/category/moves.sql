-- Who put a customer into another group and why, the newest first.
select g.id, g.to_group, g.reason, m.name as member, g.moved_at, g.undone_at
from group_move g join member m on m.id = g.member_id
where g.customer_id = :customer
order by g.id desc
