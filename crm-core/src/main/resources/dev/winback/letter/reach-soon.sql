-- Open lapses that reach each rung within :days days after :day, if they stay silent.
select r.number, count(l.id) as lapses
  from rung r
  left join lapse l on l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
       and l.silent_since + r.days > :day::date and l.silent_since + r.days <= :day::date + :days::int
 group by r.number
