-- science.md, "Offers and experiments" 3: what the two groups of a comparison brought is compared with each order counted as
-- at most the 99 % quantile of the orders before the comparison began. Said once for each beginning: the yardstick does
-- not change from look to look.
create table order_cap (
  starts_on date not null,
  currency  text not null,
  -- null: too few orders before it, and none is cut
  amount    numeric,
  orders    bigint not null,
  primary key (starts_on, currency)
);
-- The day on which the comparison of the ladder began, kept by the first night that sees it: which letter was the first
-- depends on what has become of letters since, and its yardstick must not change with that.
create table ladder_start (
  id        integer primary key default 1 check (id = 1),
  starts_on date not null
);
alter table letter_outcome
  -- the same orders, each counted as at most that much, and how many were more
  add column capped numeric not null default 0,
  add column cut integer not null default 0;
alter table letter_day
  -- squares are of these
  add column capped numeric not null default 0,
  add column cut bigint not null default 0;
-- as it was until the next night
update letter_outcome set capped = revenue;
update letter_day set capped = revenue;
