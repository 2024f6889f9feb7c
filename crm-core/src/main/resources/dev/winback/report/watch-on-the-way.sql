-- The same for a page, which goes through customers c in its order until it is full: a sign is looked for first, because most have none and
-- half of all have a loss (50,600 buffers for a page at a million customers where each was given its standing first, 10,000 so).
c.id in (select w.customer_id from signal w where w.lost_from is null and w.kind <> 'stale-contact')
and not exists (select from lapse x where x.customer_id = c.id)
