-- How many letters the list of the same filter has, at most one more than are counted.
select count(*)
  from (select
  from letter e
-- join c
  join customer c on c.id = e.customer_id
-- end
 where true
   and e.state in (/*states*/)
-- if reason
   and e.hold_reason = :reason
-- end
-- if rung
   and e.rung = :rung
-- end
-- if customer
   and e.customer_id = (select r.id from customer r where r.ref = :customer)
-- end
   and /*visible*/
 limit :limit) capped
