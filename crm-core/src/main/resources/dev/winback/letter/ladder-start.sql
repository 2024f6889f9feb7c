-- The day on which the first letter of the ladder was drawn, sent or kept back: with it their comparison began.
select (e.planned_at at time zone :zone)::date
  from letter e
 where e.rung >= 0 and e.state in ('SENT', 'IN_DOUBT', 'CONTROL')
 order by e.id
 limit 1
