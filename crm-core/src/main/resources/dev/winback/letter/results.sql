-- What each rung brought, as of the last night: letters that left (those in doubt count as sent) against those kept back, from the days
-- that outcome-days.sql counts. Rates count only letters whose 60 days are over. Money in the firm's currency.
select rung,
       coalesce(sum(letters) filter (where not control), 0)::bigint as sent,
       coalesce(sum(letters) filter (where control), 0)::bigint as kept,
       coalesce(sum(letters) filter (where not control and over), 0)::bigint as treated,
       coalesce(sum(returned) filter (where not control and over), 0)::bigint as treated_returned,
       coalesce(sum(letters) filter (where control and over), 0)::bigint as control,
       coalesce(sum(returned) filter (where control and over), 0)::bigint as control_returned,
       coalesce(sum(returned) filter (where not control), 0)::bigint as returned,
       coalesce(sum(returned) filter (where control), 0)::bigint as kept_returned,
       coalesce(sum(revenue) filter (where not control), 0) as revenue,
       coalesce(sum(revenue) filter (where not control and over), 0) as treated_revenue,
       coalesce(sum(revenue) filter (where control and over), 0) as control_revenue,
       sum(used)::bigint as used,
       round(sum(given), 2) as given,
       round(coalesce(sum(given) filter (where not control and over), 0), 2) as treated_given,
       sum(unsubscribed)::bigint as unsubscribed,
       sum(opened)::bigint as opened,
       sum(clicked)::bigint as clicked
  from letter_day
 group by rung
 order by rung
