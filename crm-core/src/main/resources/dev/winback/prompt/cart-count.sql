-- How many carts the list of the same filter has, at most one more than are counted.
select count(*)
  from (select
  from cart k
  join cart_state(:zone) s on s.customer_id = k.customer_id and s.id = k.id
 where true
-- if state
   and s.state = :state
-- end
-- if reminded
   and exists (select from prompt p
                where p.customer_id = k.customer_id and p.rung between /*rung CART_LAST*/ and /*rung CART_AT_ONCE*/ and p.cart_id = k.id)
-- end
 limit :limit) capped
