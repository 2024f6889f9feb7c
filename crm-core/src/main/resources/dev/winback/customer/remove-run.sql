-- A run is taken back: customers whom it added and on whom nothing hangs go. Whoever has a fact, a lapse or a letter of
-- another origin stays. What follows the last line is one look into each table with a customer_id but the aliases,
-- which go with him: a table that comes later is asked too.
with gone as (
delete from customer c
where c.import_id = :import and c.id >= :from and c.id < :until and c.erased_at is null
  and not exists (select from customer_history h where h.customer_id = c.id)
  and not exists (select from customer_merge m where m.into_id = c.id or m.merged_id = c.id)
  {hanging}
returning c.id
),
listed as (delete from customer_row r using gone where r.id = gone.id)
select id from gone
