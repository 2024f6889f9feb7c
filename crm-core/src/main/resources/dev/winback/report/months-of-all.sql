-- What moves-by-month.sql counts, for whoever sees all: from the tally, without what happened after the day asked for.
with /*tally*/
, later as (
  select 'loss' as kind, l.currency, l.value_year, l.lost_day as day from lapse l where l.lost_day > :day
  union all
  select 'return', l.currency, l.value_year, l.returned_on from lapse l where l.returned_on > :day and l.lost_day is not null
), counted as (
  select kind, currency, month, n, money from tally_now where kind in ('loss', 'return')
  union all
  select kind, currency, (extract(year from day) * 12 + extract(month from day))::int, -1, -value_year from later
), recorded as (
  select month, sum(n) filter (where kind = 'loss') as losses, sum(n) filter (where kind = 'return') as returns,
         sum(n) filter (where kind = 'loss' and currency = :currency) as priced,
         sum(money) filter (where kind = 'loss' and currency = :currency) as lost_year,
         sum(money) filter (where kind = 'return' and currency = :currency) as back_year
    from counted
   group by month
), past as (
  select month, sum(n) filter (where kind = 'past-loss') as losses, sum(n) filter (where kind = 'past-return') as returns
    from lapse_tally
   where kind in ('past-loss', 'past-return')
   group by month
), month as (
  select cast(m as date) as first_day, (extract(year from m) * 12 + extract(month from m))::int as number,
         cast(m as date) < f.month as past
    from first_night f, generate_series(date_trunc('month', cast(:from as timestamp)), cast(:until as timestamp), '1 month') m
)
select m.first_day as month, m.past as from_history,
       coalesce(case when m.past then 0 else r.losses end, 0) + coalesce(p.losses, 0) as losses,
       coalesce(case when m.past then 0 else r.returns end, 0) + coalesce(p.returns, 0) as returns,
       coalesce(case when not m.past then r.priced end, 0) as priced,
       cast(coalesce(case when not m.past then r.lost_year end, 0) as numeric(20, 2)) as lost_year,
       cast(coalesce(case when not m.past then r.back_year end, 0) as numeric(20, 2)) as back_year
  from month m
  left join recorded r on r.month = m.number
  left join past p on p.month = m.number
 order by m.first_day
