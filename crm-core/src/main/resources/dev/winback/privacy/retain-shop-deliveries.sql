-- Deliveries of shops that came to an end before a moment: shops repeat one for two days at most, and by its number nothing is counted twice.
delete from shop_delivery
where id = any (array (select id from shop_delivery where ended_at < :before order by id limit :batch))
