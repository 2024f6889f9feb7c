-- Signals of the slice that hold no longer: the customer bought.
delete from signal s
where s.customer_id >= :from and s.customer_id < :until
  and (:ids::bigint[] is null or s.customer_id = any (:ids::bigint[]))
  and not exists (select 1 from folded_signal f where f.customer_id = s.customer_id and f.kind = s.kind)
