-- The number of an erased person leaves what was told of him, also under a number that became part of his; the keys of his lapses stay.
update webhook_delivery
   set body = body #- '{data,ref}'
 where customer_id = :customer or customer_id in (select id from customer where merged_into = :customer)
