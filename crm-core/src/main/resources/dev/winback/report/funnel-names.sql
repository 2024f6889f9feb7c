-- The names behind a step of the funnel, who was noticed last first; only those of the page are looked up.
select l.id as lapse, c.ref, c.display_name as name, c.city, owner.name as owner, l.stage, f.opened_on, f.step, l.value_year, l.currency
  from lapse_far f
  join lapse l on l.id = f.lapse_id
  join customer c on c.id = l.customer_id
  left join member owner on owner.id = c.owner_id
 where f.opened_on between :from and :to and (:abc = '' or f.abc = :abc) and f.step >= :step and (not :alone or not f.touched)
   and c.erased_at is null and /*visible*/ and /*after*/
 order by f.opened_on desc, f.lapse_id desc
 limit :limit
