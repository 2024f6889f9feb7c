-- Which questions a list shows. Who was asked sees the name of the customer, because somebody who may see it asked him;
-- the customer himself stays closed to him.
  from statement s
  join customer c on c.id = s.customer_id
  join member m on m.id = s.member_id
  left join member b on b.id = s.asked_by
 where s.question is not null and s.undone_at is null and c.erased_at is null
   and (:all or s.member_id = :member or s.asked_by = :member)
   and (not :open or s.said_at is null)
   and (cast(:login as text) is null or m.login = :login)
