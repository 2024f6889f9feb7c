-- Deliveries of shops that were refused before a moment and at which nobody has looked since: with customers' addresses in them
-- they cannot wait for ever.
delete from shop_delivery
where id = any (array (select id from shop_delivery where state = 'refused' and coalesce(ended_at, received_at) < :before order by id limit :batch))
