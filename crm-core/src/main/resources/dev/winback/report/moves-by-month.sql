-- Losses and returns of the months asked for, months without any included; the money of those that a lapse records.
/*moves*/
, month as (
  select cast(generate_series(date_trunc('month', cast(:from as timestamp)), cast(:until as timestamp), '1 month') as date) as first_day
)
select month.first_day as month,
       count(*) filter (where mine.kind = 'loss') as losses,
       count(*) filter (where mine.kind = 'return') as returns,
       count(mine.value_year) filter (where mine.kind = 'loss') as priced,
       cast(coalesce(sum(mine.value_year) filter (where mine.kind = 'loss'), 0) as numeric(20, 2)) as lost_year,
       cast(coalesce(sum(mine.value_year) filter (where mine.kind = 'return'), 0) as numeric(20, 2)) as back_year,
       coalesce(month.first_day < (select month from first_night), true) as from_history
from month
left join (select m.kind, m.day, case when m.currency = :currency then m.value_year end as value_year
             from move m
            where m.day between date_trunc('month', cast(:from as timestamp)) and :until and m.customer_id in (/*visible customers*/)) mine
  on date_trunc('month', mine.day) = month.first_day
group by month.first_day
order by month.first_day
