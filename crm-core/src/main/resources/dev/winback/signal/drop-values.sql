-- Customers whose last counting purchase was refunded or cancelled have no value any more.
delete from customer_value where customer_id = any (:customers::bigint[])
