-- Other numbers of the records lead to their customer as well.
update customer_alias
set customer_id = :to,
    origin_id = nullif(coalesce(origin_id, customer_id), :to)
where customer_id = :from and coalesce(origin_id, customer_id) = any (:records::bigint[])
