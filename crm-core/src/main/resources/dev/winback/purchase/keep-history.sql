-- What a purchase was before its correction; the customers who lose a purchase to another one are touched as well.
with replaced as (
  insert into purchase_history (customer_id, purchase_id, import_id, was)
  select p.customer_id, p.id, :import::bigint, to_jsonb(p) - 'counting'
  from staging_pending s
  join purchase p on p.source = s.source and p.external_id = s.external_id
  where s.slice = :slice and s.known
  order by p.customer_id, p.id
  returning customer_id
)
select distinct customer_id from replaced
