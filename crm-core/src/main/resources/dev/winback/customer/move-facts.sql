-- Rows of a table of facts whose home is one of the records: the customer is the root, and the home is kept beside it
-- where it is another one.
update {table}
set customer_id = :to,
    origin_id = nullif(coalesce(origin_id, customer_id), :to)
where customer_id = :from and coalesce(origin_id, customer_id) = any (:records::bigint[])
