-- The cases behind a part, the newest first.
/*cases*/
select x.id, x.day, x.lapse, c.ref, c.display_name as name, x.kind, round(x.amount, 2) as amount
from spent x
join lapse l on l.id = x.lapse
join customer c on c.id = l.customer_id
where x.part = :part
  and (cast(:after_id as bigint) is null or (x.day, x.id) < (cast(:after_day as date), cast(:after_id as bigint)))
order by x.day desc, x.id desc
limit :limit
