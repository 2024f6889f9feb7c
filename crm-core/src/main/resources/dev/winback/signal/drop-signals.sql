-- Signals of the slice that the fold looks for and did not find any more: the customer bought, or something else happened.
delete from signal s
where s.kind = any (:kinds::text[]) and s.customer_id >= :from and s.customer_id < :until
  and (:ids::bigint[] is null or s.customer_id = any (:ids::bigint[]))
  and not exists (select 1 from folded_signal f where f.customer_id = s.customer_id and f.kind = s.kind)
