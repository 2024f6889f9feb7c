-- The rows of the lost list and of the customer list as they are shown, filtered and sorted.

-- A row of the lost list: a page is one index range and the rows that it shows, where eight tables would be looked into for each
-- of them (1,441 buffers for fifty). Made by lost-rows.sql, and by nothing else; nothing but the list and the report whose lines
-- open it reads it. A derived row: it neither keeps a customer nor follows his merges.
create table lost_row (
  -- of the lapse, and named as there: what asks a lapse can ask its row
  id               bigint primary key,
  customer_id      bigint not null,
  ref              text not null,
  name             text not null,
  sort_name        text not null,
  city             text,
  phone            text,
  email            text,
  note             text,
  erased           boolean not null,
  stage            text not null,
  opened_on        date not null,
  opened_by        text not null,
  silent_since     date not null,
  -- the days of his class of silence, and whether he is late against his own rhythm
  silent_class     integer,
  rhythm           boolean not null,
  -- the day from which he is not fragile any more; null: he is not
  fragile_until    date,
  value_year       numeric(16, 2) not null,
  currency         char(3) not null,
  chance           numeric(5, 4),
  gain             numeric(16, 2),
  verdict          text,
  offer_kind       text,
  percent          integer,
  offer            numeric(16, 2),
  offer_asks       boolean,
  owner_key        bigint not null,
  lost_by          bigint,
  inherited        boolean not null,
  assignee         bigint,
  queue_reason     text,
  later_until      date,
  next_on          date,
  known_reason     text,
  known_guess      boolean not null,
  competitor_named boolean not null,
  close_kind       text,
  -- he ended it himself or went to a competitor, and does not sleep (left.sql)
  has_left         boolean not null,
  abc              char(1),
  xyz              char(1),
  vip              boolean,
  fallen           boolean,
  candidate        boolean,
  priority_group   smallint,
  -- whoever works on or won another loss of the customer, and is neither the owner nor the assignee of this one
  more_workers     bigint[],
  -- a bit for each kind of signal (common_sign, rare_sign)
  common_signs     smallint,
  rare_signs       smallint
);
create index lost_row_customer on lost_row (customer_id);
create index lost_row_stage_value on lost_row (stage, value_year, id);
create index lost_row_lost_by_value on lost_row (lost_by, value_year, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_reason_value on lost_row (known_reason, value_year, id) where known_reason is not null and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_abc_value on lost_row (abc, value_year, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_abc_gain on lost_row (abc, gain desc nulls last, id desc) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_left on lost_row (value_year, id) where has_left and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
-- who is fragile now, customer by customer: counted up to 10,000 without looking at the losses themselves
create index lost_row_fragile on lost_row (customer_id, fragile_until) where stage in ('RETURNED', 'RESTORED') and fragile_until is not null and not erased;
create index lost_row_more_workers on lost_row using gin (more_workers) where more_workers is not null;
-- who came back, to be counted
create index lost_row_owner_won on lost_row (owner_key, currency) where stage in ('RETURNED', 'RESTORED', 'SAFE') and not erased;
create index lost_row_assignee_won on lost_row (assignee, owner_key, currency) where stage in ('RETURNED', 'RESTORED', 'SAFE') and not erased;
-- all losses, won or not, by what they are worth; that of open ones stays, because a rule's page would pass by every second row here
create index lost_row_value on lost_row (value_year, id, stage);
-- The orders of what is open. What a page passes by in its order is compared in the index of the order, and only the rows that it
-- shows are read: a column behind the key of an index is compared there, while one that it has not is looked for in each row
-- (decision 681).
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
-- a class of silence is a stretch of the days, behind all that are silent for longer (44,000 rows for the first page of the shortest)
create index lost_row_class_silent on lost_row (silent_class, silent_since, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
-- of one member each order is a range by itself; the first two have what money at stake is summed up from
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
-- whoever has a sign that few have: these are few as well
create index lost_row_rare_value on lost_row (value_year, id, rare_signs) where rare_signs is not null and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_rare_silent on lost_row (silent_since, id, rare_signs) where rare_signs is not null and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_rare_opened on lost_row (opened_on, id, rare_signs) where rare_signs is not null and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_rare_gain on lost_row (gain desc nulls last, id desc, rare_signs) where rare_signs is not null and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lost_row_rare_name on lost_row (sort_name, id, rare_signs) where rare_signs is not null and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');

-- A row of the customer list, as lost_row is one of the lost list: 54 buffers for fifty rows, 650 from three tables and their
-- indexes. Made by customer-rows.sql, and by nothing else. Whoever is erased or merged into another one has none. Room in each
-- page, because a change of what has no index (city, the last purchase) need not touch one.
create table customer_row (
  -- of the customer
  id            bigint primary key,
  ref           text not null,
  name          text not null,
  sort_name     text not null,
  kind          text,
  city          text,
  email         text,
  phone         text,
  note          text,
  owner_id      bigint,
  purchases     integer,
  last_purchase date,
  revenue       numeric(16, 2),
  value_year    numeric(16, 2),
  rhythm_days   numeric(10, 2),
  currency      char(3),
  -- the stage of his latest lapse; null before the first
  stage         text,
  -- that, or where he stands who never had one: WATCH, ACTIVE or PROSPECT, as it is said from the first night on
  standing      text not null,
  -- of the latest lapse
  known_reason  text,
  -- the day from which he is not fragile any more; null: he is not
  fragile_until date,
  abc           char(1),
  xyz           char(1),
  vip           boolean,
  priority_group smallint,
  -- a member who works on or won a loss of the customer, not the owner, and all others of them: a member who does not see all sees
  -- his own customers and these (visible.sql), each way a range of an index in the order of the list
  worker        bigint,
  more_workers  bigint[],
  -- what the list asks of a category, and its value, which gives the order within one
  category_value numeric(18, 2),
  fallen        boolean,
  candidate     boolean,
  second        text,
  a_by          smallint,
  common_signs  smallint,
  rare_signs    smallint
) with (fillfactor = 85);
-- the orders of all, of where they stand, of a kind or a reason, which few have, and of whom one member sees
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
-- in the order of value: a cell of the matrix, of which a row or a column are three or four; what few have; those of one member
create index customer_row_cell on customer_row (abc, xyz, category_value desc, id desc, vip, standing) where abc is not null;
create index customer_row_vip on customer_row (category_value desc, id desc, abc, xyz, priority_group, standing) where vip;
create index customer_row_fallen on customer_row (category_value desc, id desc, owner_id, worker) where fallen;
create index customer_row_candidate on customer_row (category_value desc, id desc, owner_id, worker) where candidate;
create index customer_row_second on customer_row (second, category_value desc, id desc, owner_id, worker) where second is not null;
create index customer_row_a_by on customer_row (category_value desc, id desc, a_by, owner_id, worker) where a_by <> 0;
create index customer_row_owner_category on customer_row (owner_id, category_value desc, id desc, abc, xyz, vip, priority_group, standing);
create index customer_row_worker_category on customer_row (worker, category_value desc, id desc, abc, xyz, vip, priority_group, standing)
  where worker is not null;
-- a group is merged of its letters, as a letter is of its cells: who asks for a letter in a group finds nothing else on the way
create index customer_row_group on customer_row (priority_group, abc, category_value desc, id desc, xyz, vip, standing)
  where priority_group is not null;
-- whoever has a sign that few have: these are few as well
create index customer_row_rare_name on customer_row (sort_name, id, rare_signs, owner_id) where rare_signs is not null;
create index customer_row_rare_value on customer_row (value_year desc, id desc, rare_signs, owner_id) where rare_signs is not null;
