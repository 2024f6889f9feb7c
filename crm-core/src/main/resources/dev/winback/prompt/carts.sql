-- Carts and what became of them and of their reminders, the last seen first; keyset by the moment and the id.
select k.id, c.ref, c.display_name as customer, k.items, k.amount, k.currency,
       cart_active(k.carted_at, k.left_at, k.told_at) as seen_at, s.state,
       e.rung, e.state as letter_state, e.hold_reason, e.id as letter
  from cart k
  join customer c on c.id = k.customer_id
  join cart_state(:zone) s on s.customer_id = k.customer_id and s.id = k.id
  left join lateral (
    select l.id, l.rung, l.state, l.hold_reason
      from prompt p
      join letter l on l.prompt_id = p.id
     where p.customer_id = k.customer_id and p.rung between /*rung CART_LAST*/ and /*rung CART_AT_ONCE*/ and p.cart_id = k.id
     order by p.rung, l.id desc
     limit 1) e on true
 where true
-- if state
   and s.state = :state
-- end
-- if reminded
   and e.id is not null
-- end
-- if before
   and (cart_active(k.carted_at, k.left_at, k.told_at), k.id) < (:before::timestamptz, :before_id)
-- end
 order by seen_at desc, k.id desc
 limit :limit
