-- Keeps the day on which the first letter of the ladder was drawn, sent or kept back: with it their comparison began. Once:
-- an earlier one that leaves later, or is in doubt no more, does not move it.
insert into ladder_start (starts_on)
select (e.planned_at at time zone :zone)::date
  from letter e
 where e.rung >= 0 and e.state in ('SENT', 'IN_DOUBT', 'CONTROL')
   and not exists (select from ladder_start)
 order by e.id
 limit 1
on conflict do nothing
