create index on first_{fact} using brin (slice) with (pages_per_range = 8);
analyze first_{fact}
