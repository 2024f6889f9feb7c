-- The indexes of both lists once more, in a transaction of their own: made beside the update of all rows they would have each row twice.
-- As they were, with the signals behind the key, where a page compares them (decision 681).
create index customer_row_name on customer_row (sort_name, id, abc, xyz, vip, priority_group, common_signs);
create index customer_row_value on customer_row (value_year desc, id desc, standing, common_signs);
create index customer_row_standing on customer_row (standing, sort_name, id);
create index customer_row_kind on customer_row (kind, sort_name, id) where kind is not null;
create index customer_row_reason on customer_row (known_reason, sort_name, id) where known_reason is not null;
create index customer_row_reason_value on customer_row (known_reason, value_year desc, id desc) where known_reason is not null;
create index customer_row_owner on customer_row (owner_id, sort_name, id, standing, kind, common_signs, rare_signs);
create index customer_row_owner_value on customer_row (owner_id, value_year desc, id desc, standing, common_signs, rare_signs);
create index customer_row_worker on customer_row (worker, sort_name, id, standing, kind, common_signs, rare_signs) where worker is not null;
create index customer_row_worker_value on customer_row (worker, value_year desc, id desc, standing, common_signs, rare_signs)
  where worker is not null;
create index customer_row_more_workers on customer_row using gin (more_workers) where more_workers is not null;
create index customer_row_cell on customer_row (abc, xyz, category_value desc, id desc, vip, standing) where abc is not null;
create index customer_row_vip on customer_row (category_value desc, id desc, abc, xyz, priority_group, standing) where vip;
create index customer_row_fallen on customer_row (category_value desc, id desc, owner_id, worker) where fallen;
create index customer_row_candidate on customer_row (category_value desc, id desc, owner_id, worker) where candidate;
create index customer_row_second on customer_row (second, category_value desc, id desc, owner_id, worker) where second is not null;
create index customer_row_a_by on customer_row (category_value desc, id desc, a_by, owner_id, worker) where a_by <> 0;
create index customer_row_owner_category on customer_row (owner_id, category_value desc, id desc, abc, xyz, vip, priority_group, standing);
create index customer_row_worker_category on customer_row (worker, category_value desc, id desc, abc, xyz, vip, priority_group, standing)
  where worker is not null;
-- A group is merged of its letters, as a letter is of its cells: who asks for a letter in a group finds nothing else on the way.
create index customer_row_group on customer_row (priority_group, abc, category_value desc, id desc, xyz, vip, standing)
  where priority_group is not null;
-- Of whoever has a sign that few have: these are few as well.
create index customer_row_rare_name on customer_row (sort_name, id, rare_signs, owner_id) where rare_signs is not null;
create index customer_row_rare_value on customer_row (value_year desc, id desc, rare_signs, owner_id) where rare_signs is not null;

-- What is asked beside an order is compared in it, in each of them: of the VIPs by days 9,000 rows were read, of those of a class of silence by name 500.
create index lost_row_open_value on lost_row (value_year, id, opened_on, xyz, vip, priority_group, silent_class, common_signs)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_open_silent
  on lost_row (silent_since, id, value_year, opened_on, stage, abc, xyz, vip, priority_group, has_left, common_signs)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_open_opened
  on lost_row (opened_on, id, value_year, stage, abc, xyz, vip, priority_group, silent_class, has_left, common_signs)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_open_gain
  on lost_row (gain desc nulls last, id desc, opened_on, stage, xyz, vip, priority_group, silent_class, has_left, common_signs)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_open_name
  on lost_row (sort_name, id, value_year, opened_on, stage, abc, xyz, vip, priority_group, silent_class, has_left, common_signs)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
-- A class of silence is a stretch of the days, behind all that are silent for longer (44,000 rows for the first page of the shortest).
create index lost_row_class_silent on lost_row (silent_class, silent_since, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
-- Of one member each order is a range by itself: by days and by opening his were passed by among all (120 and 113 buffers for one of a hundred).
create index lost_row_owner_value
  on lost_row (owner_key, value_year, id, opened_on, abc, xyz, vip, priority_group, silent_class, stage, common_signs, rare_signs)
  include (currency) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_assignee_value
  on lost_row (assignee, value_year, id, opened_on, abc, xyz, vip, priority_group, silent_class, stage, common_signs, rare_signs)
  include (currency, owner_key) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_owner_gain on lost_row (owner_key, gain desc nulls last, id desc, common_signs, rare_signs)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_assignee_gain on lost_row (assignee, gain desc nulls last, id desc, common_signs, rare_signs)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_owner_name on lost_row (owner_key, sort_name, id, common_signs, rare_signs)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_assignee_name on lost_row (assignee, sort_name, id, common_signs, rare_signs)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_owner_silent on lost_row (owner_key, silent_since, id, value_year, priority_group, common_signs, rare_signs)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_assignee_silent on lost_row (assignee, silent_since, id, value_year, priority_group, common_signs, rare_signs)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_owner_opened on lost_row (owner_key, opened_on, id, common_signs, rare_signs)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_assignee_opened on lost_row (assignee, opened_on, id, common_signs, rare_signs)
  where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_rare_value on lost_row (value_year, id, rare_signs) where rare_signs is not null and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_rare_silent on lost_row (silent_since, id, rare_signs) where rare_signs is not null and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_rare_opened on lost_row (opened_on, id, rare_signs) where rare_signs is not null and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_rare_gain on lost_row (gain desc nulls last, id desc, rare_signs) where rare_signs is not null and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_rare_name on lost_row (sort_name, id, rare_signs) where rare_signs is not null and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
analyze customer_row;
analyze lost_row;
