-- A run is taken back: what it corrected is again what it was before the run's first correction, unless somebody changed
-- it since (then the run no longer wrote it last). A fact that moves back touches both customers;
-- it goes to the customer whom its record is part of by now.
with before as (
  select distinct on (fact_id) fact_id, was
  from fact_history
  where fact = '{fact}' and import_id = :import and customer_id >= :from and customer_id < :until
  order by fact_id, id
), written as (
  select f.customer_id, f.id, b.was
  from before b, jsonb_populate_record(null::{fact}, b.was) s
  join {fact} f on f.source = s.source and f.external_id = s.external_id
  where f.import_id = :import
), restored as (
  update {fact} f
  set customer_id = coalesce(h.merged_into, h.id), told_at = s.told_at,
      origin_id = case when h.merged_into is not null then h.id end, {changes}, import_id = s.import_id
  from written w, jsonb_populate_record(null::{fact}, w.was) s, customer h
  where f.customer_id = w.customer_id and f.id = w.id and h.id = coalesce(s.origin_id, s.customer_id)
  returning f.id, f.customer_id as customer, w.customer_id as was_customer
), forgotten as (
  delete from fact_history h
  using restored r
  where h.fact = '{fact}' and h.fact_id = r.id and h.import_id = :import
)
select customer, was_customer from restored
