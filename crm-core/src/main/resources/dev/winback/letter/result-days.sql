-- The same arms as in results.sql, whose 60 days are over, by the day on which they began: what an experiment is looked at by. Only days of
-- which every letter is over: where the clocks change an hour of a day may be later than the rest.
select rung, day,
       coalesce(sum(letters) filter (where not control), 0)::bigint as treated,
       coalesce(sum(returned) filter (where not control), 0)::bigint as treated_returned,
       coalesce(sum(letters) filter (where control), 0)::bigint as control,
       coalesce(sum(returned) filter (where control), 0)::bigint as control_returned
  from letter_day d
 where over and not exists (select from letter_day o where o.day = d.day and not o.over)
 group by rung, day
 order by day, rung
