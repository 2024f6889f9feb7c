-- A run is taken back: what it corrected is again what it was before the run's first correction, unless somebody changed
-- it since (then the run no longer wrote it last).
with before as (
  select distinct on (fact_id) fact_id, was
  from fact_history
  where fact = '{fact}' and import_id = :import and customer_id >= :from and customer_id < :until
  order by fact_id, id
), restored as (
  update {fact} f
  set customer_id = s.customer_id, told_at = s.told_at, origin_id = s.origin_id, {changes}, import_id = s.import_id
  from before b, jsonb_populate_record(null::{fact}, b.was) s
  where f.source = s.source and f.external_id = s.external_id and f.import_id = :import
  returning f.id, f.customer_id
), forgotten as (
  delete from fact_history h
  using restored r
  where h.fact = '{fact}' and h.fact_id = r.id and h.import_id = :import
)
select customer_id from restored
