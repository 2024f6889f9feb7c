-- A run is taken back: customers whom it added and on whom nothing hangs go.
-- Whoever has a fact, a lapse or a letter of another origin stays.
delete from customer c
where c.import_id = :import and c.id >= :from and c.id < :until and c.erased_at is null
  and not exists (select from customer_history h where h.customer_id = c.id)
  and not exists (select from purchase p where p.customer_id = c.id)
  and not exists (select from contact k where k.customer_id = c.id)
  and not exists (select from lapse l where l.customer_id = c.id)
  and not exists (select from letter l where l.customer_id = c.id)
  and not exists (select from customer_value v where v.customer_id = c.id)
  and not exists (select from signal s where s.customer_id = c.id)
  and not exists (select from customer_merge m where m.into_id = c.id or m.merged_id = c.id)
