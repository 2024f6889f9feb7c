-- What people say of customers and what decides about their priority group: of those alone of whom anything is said, by the
-- index customer_marked, the moves, what is said of losses, late payments, and what is owed. /*against*/ is the one place that knows the
-- criteria not to return (DEC-19), /*whose*/ who is asked for.
with marked as (
  select c.id from customer c
   where (c.flagship or c.pays_badly or c.erased_at is not null)
     and /*whose*/
  union
  select m.customer_id from group_move m
   join customer c on c.id = m.customer_id
   where m.undone_at is null and /*whose*/
  union
  select k.customer_id from criterion_mark k
   join customer c on c.id = k.customer_id
   where k.holds and /*whose*/
  union
  select y.customer_id from payment y
   join customer c on c.id = y.customer_id
   where (y.paid_at at time zone :zone)::date > y.due_on and /*whose*/
  union
  select p.customer_id from purchase p
   join customer c on c.id = p.customer_id
   where p.pending and (p.purchased_at at time zone :zone)::date + /*limit*/ < :day and /*whose*/
)
select c.id as customer, c.flagship, /*against*/ as against, c.erased_at is not null as erased,
       (select m.to_group from group_move m
         where m.customer_id = c.id and m.undone_at is null order by m.id desc limit 1) as moved
from marked join customer c using (id)
order by c.id
