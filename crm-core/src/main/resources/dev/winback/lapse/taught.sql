-- Lapses of these that have taught a limit which still holds.
select distinct o.lapse_id, o.customer_id
from own_limit o
join lapse l on l.id = o.lapse_id and l.customer_id = o.customer_id
where l.id = any (:lapses::bigint[]) and o.undone_at is null and l.stage <> 'FALSE_ALARM'
order by o.lapse_id
