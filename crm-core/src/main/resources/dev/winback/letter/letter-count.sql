-- How many letters the list of the same filter has.
select count(*)
  from letter e
  join customer c on c.id = e.customer_id
 where e.state in (:states)
   and (:reason::text is null or e.hold_reason = :reason::text)
   and (:rung::int is null or e.rung = :rung::int)
   and (:customer::text is null or c.ref = :customer::text)
   and /*visible*/
