-- Brings the rows of each fact together, in the order of their first rows. A row that does not say which of two facts of a
-- group it belongs to goes with the one before it. A page holds so many rows as have about four million characters.
with islands as (
  select l.*, count(part) over (partition by shared order by line) as island
  from staging_line l
),
parts as (
  select line, shared, cells, max(part) over (partition by shared, greatest(island, 1)) as part
  from islands
),
facts as (
  select line, cells, min(line) over (partition by shared, part) as first_line
  from parts
)
insert into sorted_line
select sum(length(cells) + 500) over (order by first_line, line rows unbounded preceding) / 4000000,
       first_line, line, cells
from facts
order by first_line, line;
create index on sorted_line (page);
truncate staging_line
