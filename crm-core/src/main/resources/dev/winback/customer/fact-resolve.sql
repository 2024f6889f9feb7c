-- A customer has several numbers: what a row calls him becomes his own number. What the same run found out about numbers
-- (resolved_customer) comes first, then the source's own alias, then one that holds for every source. Refs that are
-- nobody's alias stay as they are.
update staging_{fact} s
set customer = n.ref, origin_id = n.origin_id
from (
  select distinct on (g.source, g.customer) g.source, g.customer, k.ref, k.origin_id
  from (select distinct source, customer
        from staging_{fact}
        where exists (select from resolved_customer) or exists (select from customer_alias)) g
  join (
    select 0 as place, null as source, r.number, r.ref, a.origin_id
    from resolved_customer r
    left join customer_alias a on a.source = '' and a.number = r.number
    union all
    select case when a.source = '' then 2 else 1 end, a.source, a.number, c.ref, a.origin_id
    from customer_alias a
    join customer c on c.id = a.customer_id
  ) k on k.number = g.customer and (k.source is null or k.source in ('', g.source))
  order by g.source, g.customer, k.place
) n
where s.source = n.source and s.customer = n.customer and s.customer <> n.ref
