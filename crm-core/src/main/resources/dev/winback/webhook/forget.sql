-- The number of an erased person leaves what was told of him; the keys of his lapses stay.
update webhook_delivery set body = body #- '{data,ref}' where customer_id = :customer
