-- Whose letter this is, for who may see him.
select c.id
  from customer c
  join contact k on k.customer_id = c.id
 where c.ref = :ref and k.id = :contact and k.direction = 'in' and /*visible*/
