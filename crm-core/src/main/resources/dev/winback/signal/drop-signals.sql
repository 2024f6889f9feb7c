-- Signals of the slice that hold no longer: the customer bought. What means no loss is no matter of the fold.
delete from signal s
where s.lost_from is not null and s.customer_id >= :from and s.customer_id < :until
  and (:ids::bigint[] is null or s.customer_id = any (:ids::bigint[]))
  and not exists (select 1 from folded_signal f where f.customer_id = s.customer_id and f.kind = s.kind)
