-- The customer list in the order of names finds those of a rare signal on its way: by the index alone, or each customer that it
-- passes would be read (513,000 buffers for a page at a million customers, 1,000 so).
drop index customer_display_name;
create index customer_display_name on customer (lower(display_name), id) include (display_name, erased_at, merged_into);

-- What one member has to work on by what it is worth: by value there was an index, by gain his 4,600 were sorted.
create index lost_row_assignee_gain on lost_row (assignee, gain desc nulls last, id desc) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');

-- The customers of whom a member works on or won a loss, in the order of names: beside his own they are what he sees.
create index lost_row_worked on lost_row (assignee, sort_name, customer_id)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'RETURNED', 'RESTORED', 'SAFE');

-- All losses, won or not, by what they are worth: half a million were sorted for a page (18,400 buffers and 0.8 s at a million customers,
-- 61 so). The index of open ones stays, because a rule's page would pass by every second row here.
create index lost_row_value on lost_row (value_year, id);
