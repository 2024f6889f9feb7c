create index on told_{fact} using brin (slice) with (pages_per_range = 8);
analyze told_{fact}
