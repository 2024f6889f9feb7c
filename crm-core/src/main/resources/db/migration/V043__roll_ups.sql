-- What each customer bought in each month, as of the last night: one row for a customer, because a row for each month would be seven
-- times as many. Months are counted from the year 0 (year * 12 + month - 1), so that a quarter is a division. A derived row: it neither
-- keeps a customer nor follows his merges.
create table buying_months (
  customer_id bigint primary key references customer on delete cascade,
  first_month integer not null,
  -- of the same length, in the order of the months
  months      integer[] not null,
  -- counting purchases with an amount, and what was paid for them, in the firm's currency
  orders      integer[] not null,
  paid        numeric(20, 2)[] not null,
  -- whether the customer was a regular on the first day of the month
  regular     boolean[] not null
);
create index buying_months_first on buying_months (first_month, customer_id);

-- The same counted for all customers, so that a report reads some hundred rows.
create table buying_tally (
  first_month integer not null,
  month       integer not null,
  regular     boolean not null,
  customers   bigint not null,
  -- those of them who had not bought before in this quarter
  quarter     bigint not null,
  -- those of them with an order in the firm's currency
  buyers      bigint not null,
  orders      bigint not null,
  paid        numeric(20, 2) not null,
  primary key (first_month, month, regular)
);
create index buying_tally_month on buying_tally (month);

-- Who paid later than two weeks after the day agreed, or has not paid yet: only those, as of the last night. Derived as above.
create table payment_habit (
  customer_id bigint primary key references customer on delete cascade,
  -- paid, with a day until which they were to be paid
  invoices    integer not null,
  late        integer not null,
  -- days of the late ones; 0 and null without one
  longest     integer not null,
  mean        numeric(8, 1),
  last_late   date,
  -- paid in time since the last late one
  in_time     integer not null,
  -- not paid and over the limit now; the sum is in the firm's currency
  open        integer not null,
  open_sum    numeric(16, 2) not null,
  open_since  date
);
create index payment_habit_order on payment_habit (open_sum desc, longest desc, customer_id desc);
