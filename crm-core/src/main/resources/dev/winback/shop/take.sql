-- The next deliveries to work off, oldest first; another worker's are skipped, so that none waits for the other.
select d.id, s.system, s.source, d.topic, d.body, d.tries
from shop_delivery d
join shop s on s.id = d.shop_id
where d.state = 'waiting' and d.try_at <= clock_timestamp() and (:id::bigint is null or d.id = :id)
order by d.try_at, d.id
limit :limit
for update of d skip locked
