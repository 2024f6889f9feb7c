-- The farewell of a lapse; one that was sent again is the last.
select id, state, hold_reason
  from letter
 where customer_id = (select customer_id from lapse where id = :lapse) and lapse_id = :lapse and rung = /*rung FAREWELL*/ order by id desc limit 1
