-- What moves-by-month.sql counts, for whoever sees all: from the tally, without what happened after the day asked for.
with /*tally*/
, first_night as (
  select cast(date_trunc('month', min(day)) as date) as month from night where state = 'done'
), later as (
  select 'loss' as kind, l.opened_on, least(l.opened_on, l.silent_since + 90) as day
    from lapse l where l.opened_on > :day and l.stage not in ('FALSE_ALARM', 'MERGED')
  union all
  select 'return', l.opened_on, l.returned_on from lapse l where l.returned_on > :day
), counted as (
  select kind, month, n from tally_now where kind in ('loss', 'return')
  union all
  select kind, (extract(year from day) * 12 + extract(month from day))::int, -1 from later where day > :day
), month as (
  select cast(m as date) as first_day, (extract(year from m) * 12 + extract(month from m))::int as number,
         cast(m as date) < f.month as past
    from first_night f, generate_series(date_trunc('month', cast(:from as timestamp)), cast(:until as timestamp), '1 month') m
)
select m.first_day as month, m.past as from_history,
       coalesce((select sum(n) from counted c where c.kind = 'loss' and c.month = m.number and not m.past), 0)
       + coalesce((select n from lapse_tally p where p.kind = 'past-loss' and p.month = m.number), 0) as losses,
       coalesce((select sum(n) from counted c where c.kind = 'return' and c.month = m.number and not m.past), 0)
       + coalesce((select n from lapse_tally p where p.kind = 'past-return' and p.month = m.number), 0) as returns
  from month m
 order by m.first_day
