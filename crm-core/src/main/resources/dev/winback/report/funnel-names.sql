-- The names behind a step of the funnel, who was noticed last first.
select l.id as lapse, c.ref, c.display_name as name, c.city, owner.name as owner, l.stage, l.opened_on, far.step, l.value_year, l.currency
/*where*/
  and far.step >= :step
  and (not :alone or d.step is null)
  and (cast(:after_id as bigint) is null or (l.opened_on, l.id) < (cast(:after_day as date), cast(:after_id as bigint)))
order by l.opened_on desc, l.id desc
limit :limit
