-- Customers by what they bring: ABC and XYZ, the VIPs of each month, the priority groups.

-- How customers are put into categories: each change is a row, the newest holds from the next night on.
create table category_setting (
  id         integer generated always as identity primary key,
  criterion  text not null check (criterion in ('amount', 'rendered', 'purchases', 'units', 'profit')),
  -- percent of the sum where A and B end
  a          numeric(5, 2) not null check (a > 0),
  b          numeric(5, 2) not null check (b > a and b <= 100),
  -- coefficients of variation where X and Y end
  x          numeric(4, 2) not null check (x > 0),
  y          numeric(4, 2) not null check (y > x),
  way        text not null check (way in ('monthly', 'total')),
  -- percent of the number of payers who are VIPs
  share      numeric(5, 2) not null check (share > 0 and share <= 100),
  -- complete months that make the list
  months     integer not null check (months between 1 and 11),
  approach   text not null check (approach in ('difficult', 'good')),
  -- null: as delivered
  member_id  bigint references member,
  changed_at timestamptz not null default clock_timestamp()
);
insert into category_setting (criterion, a, b, x, y, way, share, months, approach)
values ('amount', 80, 95, 0.5, 1, 'monthly', 20, 6, 'good');

-- One row: the limits of the last night, against which customers are judged by themselves.
create table category_limit (
  id                integer primary key default 1 check (id = 1),
  day               date not null,
  setting_id        integer not null references category_setting,
  currency          char(3) not null,
  -- all cuts by value and customer, for the judge
  cuts              jsonb not null,
  -- who bought in the year, and the sum of the year by the criterion
  customers         integer not null,
  total             numeric(20, 2) not null,
  -- bought in other currencies in the year: their money is in no sum
  foreign_customers integer not null,
  foreign_purchases integer not null,
  -- the least of A and of B; null when nobody is one
  a_value           numeric(20, 2),
  b_value           numeric(20, 2),
  -- what a VIP brings in a month of the list on average
  average_paid      numeric(16, 2) not null,
  average_used      numeric(16, 2) not null,
  average_purchases numeric(16, 2) not null,
  average_units     numeric(16, 2) not null
);

-- Each customer who ever bought, as of the last night or of a fact since then: rebuilt at any time. No foreign keys: they are
-- checked row by row, and the merge joins every row to its customer.
create table customer_category (
  customer_id    bigint primary key,
  abc            char(1) not null,
  xyz            char(1) not null,
  vip            boolean not null,
  -- a VIP until a month ago
  fallen         boolean not null,
  -- a new account that brings what a VIP does
  candidate      boolean not null,
  second         text,
  -- 1 is returned first; a person may have moved the customer there
  priority_group smallint not null,
  -- the year by the criterion
  value          numeric(18, 2) not null,
  judged_at      timestamptz not null default clock_timestamp(),
  -- by which criteria a customer would be A (DEC-06), so that the lists of two of them can be laid side by side: 1 amount, 2 rendered,
  -- 4 purchases, 8 units, 16 profit
  a_by           smallint not null default 0,
  touched        xid8 generated always as
    (this_transaction(num_nulls(abc, xyz, vip, fallen, candidate, second, priority_group, value, a_by))) stored
);
alter table customer_category alter column touched set (n_distinct = -1);
-- who is A by one criterion and not by another, in the order of value: the criteria are compared in the index, where no row is read
create index customer_category_a_by on customer_category (value desc, customer_id desc, a_by) where a_by <> 0;
create index customer_category_touched on customer_category (touched);

-- The VIPs of each month (MEA-12) and the list that ends with it (DEC-05). The months of the list are made anew each night,
-- older ones stay as they were; the running month is a preview.
create table vip_month (
  month        date primary key,
  complete     boolean not null,
  setting_id   integer not null references category_setting,
  currency     char(3) not null,
  payers       integer not null,
  vips         integer not null,
  bills        integer not null,
  paid         numeric(20, 2) not null,
  used         numeric(20, 2) not null,
  vip_bills    integer not null,
  vip_paid     numeric(20, 2) not null,
  vip_used     numeric(20, 2) not null,
  -- of the members below, so that an unchanged month is not written
  members_hash bigint not null,
  -- the list; null where it was never made
  listed       integer,
  joined       integer,
  dropped      integer,
  moves_hash   bigint,
  settled_on   date not null
);

-- Who was a VIP of a month, and by what.
create table vip_member (
  month       date not null,
  customer_id bigint not null,
  -- by the criterion, the greatest first
  value       numeric(18, 2) not null,
  paid        numeric(18, 2) not null,
  used        numeric(18, 2) not null,
  purchases   integer not null,
  units       bigint not null,
  primary key (customer_id, month)
);
create index vip_member_place on vip_member (month, value desc, customer_id);

-- Who came onto the list of a month, and who left it.
create table vip_move (
  month       date not null,
  customer_id bigint not null,
  -- onto the list, or off it
  joined      boolean not null,
  primary key (customer_id, month)
);
create index vip_move_month on vip_move (month, joined, customer_id);

-- A person put the customer into another group; the newest that stands counts. A row of its own, so that it can be taken
-- back and goes with its record when records are merged.
create table group_move (
  id          bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  -- null: back to where the figures put him
  to_group    smallint check (to_group between 1 and 4),
  reason      text not null,
  member_id   bigint not null references member,
  moved_at    timestamptz not null,
  undone_at   timestamptz,
  origin_id   bigint
);
create index group_move_customer on group_move (customer_id, id desc) where undone_at is null;
