-- Customers who have no category any more. What lists show of them is marked, because nothing is left that says so.
with marked as (
  insert into touched_customer (customer)
  select customer_id from customer_category where customer_id = any (:ids::bigint[])
)
delete from customer_category where customer_id = any (:ids::bigint[])
