-- How many rows of the file stand behind the facts of each slice: the run is counted by the rows of the file, a fact may
-- have several of them.
create unlogged table slice_{fact} as
select p.slice,
       coalesce(sum(coalesce(l.rows, 1)) filter (where not p.known), 0) as created,
       coalesce(sum(coalesce(l.rows, 1)) filter (where p.known), 0) as changed
from pending_{fact} p
join staging_{fact} s using (source, external_id)
left join fact_line l on l.line = s.line
group by p.slice
