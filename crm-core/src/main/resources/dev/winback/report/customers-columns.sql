-- What the customer list shows of each, of the joins of customers-joins.sql or customers-look-ups.sql.
-- Where he stands is told to programs alone: it is looked for among the signals of each who has no loss.
c.id, c.ref, c.display_name as name, c.kind, c.city, c.email, c.phone, c.note, owner.name as owner, v.purchases,
v.last_purchase, v.revenue, v.value_year, v.rhythm_days, v.currency, l.stage,
/*stands*/ as standing, lower(c.display_name) as sort_name,
k.abc, k.xyz, k.vip, k.priority_group, k.value as category_value,
-- whoever is fragile came back and was not lost since, so most need not be looked up
case when l.stage in ('RETURNED', 'RESTORED', 'FALSE_ALARM', 'MERGED') then /*fragile*/ else false end as fragile
