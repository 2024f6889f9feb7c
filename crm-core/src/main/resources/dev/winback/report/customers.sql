-- The customer list by name, keyset-paged.
select c.id, c.ref, c.display_name as name, c.city, c.email, c.phone, c.note, owner.name as owner, v.purchases,
       v.last_purchase, v.revenue, v.value_year, v.rhythm_days, v.currency, l.stage,
       lower(c.display_name) as sort_name
/*where*/
  and (cast(:id as bigint) is null or (lower(c.display_name), c.id) > (cast(:v as text), :id))
order by lower(c.display_name), c.id
limit :limit
