-- Customers of the slice whose last counting purchase was refunded or cancelled have no value any more.
delete from customer_value v
where v.customer_id >= :from and v.customer_id < :until
  and (:ids::bigint[] is null or v.customer_id = any (:ids::bigint[]))
  and not exists (select 1 from folded_value f where f.customer_id = v.customer_id)
