-- One line for each, dearest first.
select l.id as lapse, c.ref, c.display_name as name, c.city, c.status, l.stage, l.closed_on, closer.name as closed_by,
       l.close_reason, l.value_year, l.currency, l.silent_since, w.chance, w.gain
/*where*/
  and (cast(:after_id as bigint) is null
       or (-l.value_year, -l.id) > (-cast(:after_value as numeric), -cast(:after_id as bigint)))
order by l.value_year desc, l.id desc
limit :limit
