-- The coupon that a customer has in his hand.
select k.code from coupon k join customer c on c.id = k.customer_id
 where c.ref = :ref and k.redeemed_at is null order by k.letter_id desc limit 1
