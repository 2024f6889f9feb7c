-- Customers with an address whose open loss a member works on, and with whom nobody has talked.
select c.ref
  from lapse l
  join member m on m.id = l.assignee and m.login = :login
  join customer c on c.id = l.customer_id and c.email is not null and c.status = 'active'
 where l.stage in (/*open stages*/) and not exists (select from call k where k.customer_id = c.id)
 order by l.value_year desc, c.ref
 offset 20 limit :limit
