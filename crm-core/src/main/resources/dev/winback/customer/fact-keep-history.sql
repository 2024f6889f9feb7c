-- What a fact was before its correction; a customer who loses a fact to another one is touched as well.
with replaced as (
  insert into fact_history (customer_id, fact, fact_id, import_id, was)
  select f.customer_id, '{fact}', f.id, :import::bigint, to_jsonb(f)
  from pending_{fact} s
  join {fact} f on f.source = s.source and f.external_id = s.external_id
  where s.slice = :slice and s.known
  order by f.customer_id, f.id
  returning customer_id
)
select distinct customer_id from replaced
