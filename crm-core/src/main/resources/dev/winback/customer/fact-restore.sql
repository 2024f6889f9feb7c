-- A run is taken back: what it corrected is again what it was before the run's first correction, unless somebody changed
-- it since (then the run no longer wrote it last). Was that told by a run which is itself taken back, then it is what it
-- was before that one, and so on; a fact of which nothing is left goes. A fact that moves back touches both customers;
-- it goes to the customer whom its record is part of by now.
with recursive before as (
  select distinct on (fact_id) fact_id, id, was
  from fact_history
  where fact = '{fact}' and import_id = :import and customer_id >= :from and customer_id < :until
  order by fact_id, id
), chain as (
  select fact_id, id, was, :import::bigint as run, 0 as step from before
  union all
  select c.fact_id, e.id, e.was, (c.was ->> 'import_id')::bigint, c.step + 1
  from chain c
  left join lateral (
    select h.id, h.was from fact_history h
    where h.import_id = (c.was ->> 'import_id')::bigint and h.fact = '{fact}' and h.fact_id = c.fact_id and h.id < c.id
    order by h.id limit 1) e on true
  where (c.was ->> 'import_id')::bigint = any (:gone::bigint[])
), earliest as (
  select distinct on (fact_id) fact_id, was from chain order by fact_id, step desc
), written as (
  select f.customer_id, f.id, e.was
  from before b
  join earliest e using (fact_id), jsonb_populate_record(null::{fact}, b.was) s
  join {fact} f on f.source = s.source and f.external_id = s.external_id
  where f.import_id = :import
), restored as (
  update {fact} f
  set customer_id = coalesce(h.merged_into, h.id), told_at = s.told_at,
      origin_id = case when h.merged_into is not null then h.id end, {changes}, import_id = s.import_id
  from written w, jsonb_populate_record(null::{fact}, w.was) s, customer h
  where w.was is not null and f.customer_id = w.customer_id and f.id = w.id and h.id = coalesce(s.origin_id, s.customer_id)
  returning f.id, f.customer_id as customer, w.customer_id as was_customer
), removed as (
  delete from {fact} f
  using written w
  where w.was is null and f.customer_id = w.customer_id and f.id = w.id
  returning f.id, f.customer_id as customer, f.customer_id as was_customer
), back as (
  select * from restored union all select * from removed
), forgotten as (
  delete from fact_history h
  using back b, chain c
  where c.fact_id = b.id and h.fact = '{fact}' and h.fact_id = b.id and h.import_id = c.run
)
select customer, was_customer from back
