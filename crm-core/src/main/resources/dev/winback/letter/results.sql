-- What each rung brought in a period, as of the last night: letters that left (those in doubt count as sent) against those kept back,
-- from the days that outcome-days.sql counts. A rung without a letter in the period is there with zeros. Money in the firm's currency.
select rung,
       coalesce(sum(letters) filter (where not control and here), 0)::bigint as sent,
       coalesce(sum(letters) filter (where control and here), 0)::bigint as kept,
       coalesce(sum(returned) filter (where not control and here), 0)::bigint as returned,
       coalesce(sum(returned) filter (where control and here), 0)::bigint as kept_returned,
       coalesce(sum(revenue) filter (where not control and here), 0) as revenue,
       coalesce(sum(used) filter (where here), 0)::bigint as used,
       round(coalesce(sum(given) filter (where here), 0), 2) as given,
       coalesce(sum(unsubscribed) filter (where here), 0)::bigint as unsubscribed,
       coalesce(sum(opened) filter (where here), 0)::bigint as opened,
       coalesce(sum(clicked) filter (where here), 0)::bigint as clicked,
       coalesce(sum(tells_opens) filter (where here), 0)::bigint as tells_opens,
       coalesce(sum(tells_clicks) filter (where here), 0)::bigint as tells_clicks
  from (select *, day between :from and :to as here from letter_day) d
 group by rung
 order by rung
