-- Open lapses that reach each rung on each of the :days days after :day, if they stay silent. Losses that are alike for every rung
-- are counted first, so that no rung goes through all of them; what only some ladders need is looked up only for them ("offset 0":
-- joined as sets they were read whole whatever the ladder).
with rungs as (select * from rung where number > 0 and retired_at is null),
needs as materialized (
  select coalesce(bool_or(unit = 'rhythm'), false) as rhythm, coalesce(bool_or(classes <> ''), false) as class,
         coalesce(bool_or(reasons <> '{}'), false) as reason
    from rungs),
alike as materialized (
  select l.silent_since, v.rhythm, k.abc, w.code as reason, w.branch, count(*) as lapses
    from lapse l
   cross join needs n
    left join lateral (select case when visits >= 3 then rhythm_days end as rhythm
                         from customer_value where n.rhythm and customer_id = l.customer_id offset 0) v on true
    left join lateral (select abc from customer_category where n.class and customer_id = l.customer_id offset 0) k on true
    left join reason w on n.reason and w.code = l.known_reason
   where l.stage in (/*open stages*/)
   group by l.silent_since, v.rhythm, k.abc, w.code, w.branch)
select r.number, t.due, sum(a.lapses)::bigint as lapses
  from rungs r
 cross join alike a
 cross join lateral (select rung_due(a.silent_since, r.unit, r.amount, r.days, a.rhythm) as due) t
 where t.due > :day::date and t.due <= :day::date + :days::int
   and rung_suits(r.classes, r.reasons, a.abc, a.reason, a.branch)
 group by r.number, t.due
 order by r.number, t.due
