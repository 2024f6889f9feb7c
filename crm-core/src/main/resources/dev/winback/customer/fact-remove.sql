-- A run is taken back: what it added and nobody changed since goes. What it corrected was restored before this.
delete from {fact} f
where f.import_id = :import and f.customer_id >= :from and f.customer_id < :until
  and not exists (select from fact_history h where h.fact = '{fact}' and h.fact_id = f.id and h.import_id = :import)
returning f.customer_id
