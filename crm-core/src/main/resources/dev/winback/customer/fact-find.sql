-- A slice is a stretch of the table, which was filled in its order: without this every slice reads all of it.
create index on pending_{fact} using brin (slice) with (pages_per_range = 8);
analyze pending_{fact}
