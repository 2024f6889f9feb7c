-- Deliveries of shops that were worked off before a moment: shops repeat one for two days at most, and by its number nothing is counted
-- twice. A refused one has a class of its own: a person may look and try it again.
delete from shop_delivery
where id = any (array (select id from shop_delivery where state in ('done', 'ignored') and ended_at < :before order by id limit :batch))
