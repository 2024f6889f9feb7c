-- The open lapse of a customer.
select l.id from lapse l join customer c on c.id = l.customer_id
 where c.ref = :ref and l.stage in (/*open stages*/)
