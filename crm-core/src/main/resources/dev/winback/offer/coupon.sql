-- A coupon for who may see its customer. It is unsent as long as none of the letters with its code has left: nobody can have it.
select k.code, c.ref, c.display_name, k.percent, k.gives, k.valid_until, k.redeemed_at, k.void_at is not null as void,
       k.letter_id is not null and not coupon_told(k.letter_id) as unsent
  from coupon k
  join customer c on c.id = k.customer_id
 where k.code = :code
   and (:all or c.owner_id = :member
        or exists (select from lapse l
                    where l.customer_id = c.id and l.assignee = :member
                      and l.stage in (/*open stages*/, /*won stages*/)))
