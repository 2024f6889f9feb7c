-- A coupon for who may see its customer.
select k.code, c.ref, c.display_name, k.percent, k.gives, k.valid_until, k.redeemed_at, k.void_at is not null as void
  from coupon k
  join customer c on c.id = k.customer_id
 where k.code = :code
   and (:all or c.owner_id = :member
        or exists (select from lapse l
                    where l.customer_id = c.id and l.assignee = :member
                      and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'RETURNED', 'RESTORED', 'SAFE')))
