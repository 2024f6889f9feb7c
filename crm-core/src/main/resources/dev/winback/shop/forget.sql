-- Bodies are kept for thirty days, those refused until a person has looked: they name people.
update shop_delivery
set body = null
where body is not null and state in ('done', 'ignored') and ended_at < clock_timestamp() - interval '30 days'
