-- Open lapses that reach each rung on each of the :days days after :day, if they stay silent. What only some ladders need is
-- read only for them.
with rungs as (select * from rung where number > 0 and retired_at is null)
select r.number, t.due, count(*) as lapses
  from rungs r
  join lapse l on l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
  left join (select customer_id, case when visits >= 3 then rhythm_days end as rhythm
               from customer_value
              where (select bool_or(unit = 'rhythm') from rungs)) v on v.customer_id = l.customer_id
  left join (select customer_id, abc from customer_category
              where (select bool_or(classes <> '') from rungs)) k on k.customer_id = l.customer_id
  left join (select lapse_id, reason, branch from lapse_why
              where (select bool_or(reasons <> '{}') from rungs)) w on w.lapse_id = l.id
 cross join lateral (select rung_due(l.silent_since, r.unit, r.amount, r.days, v.rhythm) as due) t
 where t.due > :day::date and t.due <= :day::date + :days::int
   and rung_suits(r.classes, r.reasons, k.abc, w.reason, w.branch)
 group by r.number, t.due
 order by r.number, t.due
