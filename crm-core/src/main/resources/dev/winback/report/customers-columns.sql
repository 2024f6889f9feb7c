-- What the customer list shows of each. Before the first night nobody stands anywhere who has no loss.
c.id, c.ref, c.name, c.kind, c.city, c.email, c.phone, c.note, owner.name as owner, c.purchases, c.last_purchase, c.revenue, c.value_year,
c.rhythm_days, c.currency, c.stage, case when c.stage is not null or /*told*/ then c.standing end as standing, c.sort_name as sort_name,
c.abc, c.xyz, c.vip, c.priority_group, c.category_value, coalesce(c.fragile_until > cast(:today as date), false) as fragile
