-- Of how many customers the names behind a step of the funnel are.
select count(distinct l.customer_id)
  from lapse_far f
  join lapse l on l.id = f.lapse_id
  join customer c on c.id = l.customer_id
 where f.opened_on between :from and :to and (:abc = '' or f.abc = :abc) and f.step >= :step and (not :alone or not f.touched)
   and c.erased_at is null and /*visible*/
