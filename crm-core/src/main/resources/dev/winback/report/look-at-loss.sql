-- Whose loss this is, one row by the primary key.
select customer_id from lapse where id = :lapse
