-- Customers of the slice whose last counting purchase was refunded or cancelled have no value any more.
delete from customer_value v
where v.customer_id /*in scope*/
  and not exists (select 1 from folded_value f where f.customer_id = v.customer_id)
