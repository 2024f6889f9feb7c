-- Customers whose last counting purchase was refunded or cancelled have no value any more. What lists show of them is marked.
with dropped as (
  delete from customer_value where customer_id = any (:customers::bigint[]) returning customer_id
)
insert into touched_customer (customer) select customer_id from dropped
