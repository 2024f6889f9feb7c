-- The cases behind a part, the newest first: only those of the page are looked up.
select x.id, x.day, x.lapse, c.ref, c.display_name as name, x.kind, round(x.amount, 2) as amount
from (
  select y.*
  from (/*cases*/) y
  where cast(:after_id as bigint) is null or (y.day, y.id) < (cast(:after_day as date), cast(:after_id as bigint))
  order by y.day desc, y.id desc
  limit :limit) x
join lapse l on l.id = x.lapse
join customer c on c.id = l.customer_id
order by x.day desc, x.id desc
