-- What a customer c of the list is looked up in; each finds one row or none (Pieces).
-- join owner
left join member owner on owner.id = c.owner_id
-- end
-- join v
left join customer_value v on v.customer_id = c.id
-- end
-- join k
left join customer_category k on k.customer_id = c.id
-- end
-- join l
left join lateral (select id, stage, known_reason from lapse where customer_id = c.id order by number desc limit 1) l on true
-- end
-- join s
cross join lateral (select /*standing*/ as standing) s
-- end
