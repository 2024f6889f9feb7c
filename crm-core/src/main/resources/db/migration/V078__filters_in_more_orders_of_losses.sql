-- As V065: what a page passes by in its order is compared in the index of the order. No index more.
-- A member's open losses by days of silence and by opening: whose they are (3,700 and 2,400 buffers for a rep of 100,000 customers).
drop index lost_row_open_silent, lost_row_open_opened;
create index lost_row_open_silent on lost_row (silent_since, id, owner_key, assignee, value_year, priority_group)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_open_opened on lost_row (opened_on, id, owner_key, assignee)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
-- By value: a category and a class of silence, of all and of a member (all 960 of his were read for his VIPs), and whose loss
-- it is, for a signal that few have: a page is chosen in the index alone (7,400 buffers).
drop index lost_row_open_value, lost_row_owner_value, lost_row_assignee_value;
create index lost_row_open_value on lost_row (value_year, id, opened_on, xyz, priority_group, silent_class)
  include (customer_id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_owner_value on lost_row (owner_key, value_year, id, opened_on, abc, xyz, vip, priority_group, silent_class, stage)
  include (currency, customer_id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_assignee_value on lost_row (assignee, value_year, id, opened_on, abc, xyz, vip, priority_group, silent_class, stage)
  include (currency, owner_key, customer_id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
analyze lost_row;
