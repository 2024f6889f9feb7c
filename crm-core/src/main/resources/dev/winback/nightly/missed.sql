-- The days between the last finished night and this one, at most 30 (with this one 31); none before the first night ever,
-- because past lapses are not invented (rules.md, "history").
select d::date as day
from generate_series(greatest((select max(day) + 1 from night where state = 'done' and day < :day), :day - 30), :day - 1,
                     interval '1 day') d
where exists (select 1 from night where state = 'done' and day < :day)
order by d
