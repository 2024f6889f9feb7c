-- What a page passes by in its order is compared in the index of the order, and only the rows that it shows are read: a column behind the key
-- of an index is compared there, while one that it has not is looked for in each row. Each of them writes as many entries as before, a little longer.

-- Losses by value: a span of days of opening (714 buffers at a million customers), all of them also by stage (those won 929).
drop index lost_row_open_value, lost_row_value;
create index lost_row_open_value on lost_row (value_year, id, opened_on) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_value on lost_row (value_year, id, stage);
-- Open ones by silence: from so much a year on (28,714), a group (1,115).
drop index lost_row_open_silent;
create index lost_row_open_silent on lost_row (silent_since, id, value_year, priority_group)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
-- By gain: a stage (1,089).
drop index lost_row_open_gain;
create index lost_row_open_gain on lost_row (gain desc nulls last, id desc, stage) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
-- Customers by value: where they stand (1,875 for those to watch); by name: a category (811 for X).
drop index customer_row_value, customer_row_name;
create index customer_row_value on customer_row (value_year desc, id desc, standing);
create index customer_row_name on customer_row (sort_name, id, abc, xyz, vip, priority_group);
analyze lost_row;
analyze customer_row;
