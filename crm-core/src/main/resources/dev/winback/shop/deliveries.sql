-- Deliveries, newest first, before a key and in a state.
select d.id, s.address as shop, d.delivery, d.topic, d.state, d.reason, d.figures, d.tries, d.received_at, d.ended_at
from shop_delivery d
join shop s on s.id = d.shop_id
where (:before::bigint is null or d.id < :before)
  and (:state::text is null or d.state = :state)
order by d.id desc
limit :limit
