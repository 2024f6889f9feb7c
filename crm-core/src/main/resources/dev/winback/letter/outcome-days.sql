-- Makes the days of letters what the rows of letters say; writes only differences.
with made as materialized (
  select rung, control, day, over, count(*) as letters, count(*) filter (where returned) as returned, sum(revenue) as revenue,
         sum(capped * capped) as squares, sum(given) as given, count(*) filter (where used) as used,
         count(*) filter (where unsubscribed) as unsubscribed, count(*) filter (where opened) as opened,
         count(*) filter (where clicked) as clicked, count(*) filter (where tells_opens) as tells_opens,
         count(*) filter (where tells_clicks) as tells_clicks, sum(capped) as capped, sum(cut) as cut
    from letter_outcome
   group by rung, control, day, over
), gone as (
  delete from letter_day t
   where not exists (select from made m where (m.rung, m.control, m.day, m.over) = (t.rung, t.control, t.day, t.over))
  returning 1
), written as (
  insert into letter_day as t
    (rung, control, day, over, letters, returned, revenue, squares, given, used, unsubscribed, opened, clicked, tells_opens, tells_clicks, capped, cut)
  select * from made
  on conflict (rung, control, day, over) do update
     set letters = excluded.letters, returned = excluded.returned, revenue = excluded.revenue, squares = excluded.squares,
         given = excluded.given, used = excluded.used, unsubscribed = excluded.unsubscribed, opened = excluded.opened,
         clicked = excluded.clicked, tells_opens = excluded.tells_opens, tells_clicks = excluded.tells_clicks,
         capped = excluded.capped, cut = excluded.cut
   where (t.letters, t.returned, t.revenue, t.squares, t.given, t.used, t.unsubscribed, t.opened, t.clicked, t.tells_opens,
          t.tells_clicks, t.capped, t.cut)
         is distinct from (excluded.letters, excluded.returned, excluded.revenue, excluded.squares, excluded.given, excluded.used,
                           excluded.unsubscribed, excluded.opened, excluded.clicked, excluded.tells_opens, excluded.tells_clicks, excluded.capped,
                           excluded.cut)
  returning 1
)
select (select count(*) from gone) + (select count(*) from written)
