-- Both arms of each rung of the ladder, and of all together (rung null), whose 60 days are over, by the day on which they began: what an experiment is
-- looked at by, whatever period the page shows. Only days of which every letter is over: where the clocks change an hour of a day may be
-- later than the rest.
select rung, day,
       coalesce(sum(letters) filter (where not control), 0)::bigint as treated,
       coalesce(sum(returned) filter (where not control), 0)::bigint as treated_returned,
       coalesce(sum(letters) filter (where control), 0)::bigint as kept,
       coalesce(sum(returned) filter (where control), 0)::bigint as kept_returned,
       coalesce(sum(capped) filter (where not control), 0) as treated_sum,
       coalesce(sum(squares) filter (where not control), 0) as treated_squares,
       coalesce(sum(capped) filter (where control), 0) as kept_sum,
       coalesce(sum(squares) filter (where control), 0) as kept_squares,
       coalesce(sum(given) filter (where not control), 0) as given, sum(cut)::bigint as cut
  from letter_day d
 where rung >= 0 and over and not exists (select from letter_day o where o.day = d.day and not o.over)
 group by grouping sets ((rung, day), (day))
 order by day, rung
