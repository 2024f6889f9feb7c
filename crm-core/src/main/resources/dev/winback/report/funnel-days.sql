-- Makes the days of the funnel what the rows of losses say; writes only differences.
with made as materialized (
  /*counted*/
), gone as (
  delete from funnel_day t
   where not exists (select from made m where (m.opened_on, m.abc, m.step, m.touched, m.currency)
                                            = (t.opened_on, t.abc, t.step, t.touched, t.currency))
  returning 1
), written as (
  insert into funnel_day as t (opened_on, abc, step, touched, currency, losses, money)
  select * from made
  on conflict (opened_on, abc, step, touched, currency) do update set losses = excluded.losses, money = excluded.money
   where (t.losses, t.money) is distinct from (excluded.losses, excluded.money)
  returning 1
)
select (select count(*) from gone) + (select count(*) from written)
