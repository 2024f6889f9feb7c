-- What reports count, as of the last night.

-- Where the bands of the loss rate begin, in percent of a year (OPS-06): one row.
create table loss_band (
  id       integer primary key default 1 check (id = 1),
  normal   integer not null default 5,
  watch    integer not null default 10,
  act      integer not null default 20,
  strategy integer not null default 50,
  check (0 < normal and normal < watch and watch < act and act < strategy and strategy < 100)
);
insert into loss_band default values;

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
  regular     boolean[] not null,
  -- of what the months were made: the night makes only those anew of whom it has changed; null: not known yet
  mark        numeric
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

-- What each letter of the ladder that left, or was kept back by lot, has brought, as of the last night. Derived: no foreign key, which
-- would be checked row by row.
create table letter_outcome (
  letter_id    bigint primary key,
  rung         integer not null,
  control      boolean not null,
  -- when its 60 days began, on which day in the firm's zone, and whether they are over
  since        timestamptz not null,
  day          date not null,
  over         boolean not null,
  returned     boolean not null,
  -- within the 60 days of who returned, and what the coupon gave away; in the firm's currency
  revenue      numeric not null,
  given        numeric not null,
  used         boolean not null,
  unsubscribed boolean not null,
  opened       boolean not null,
  clicked      boolean not null,
  -- whether it could tell that it was opened, or that a link was followed
  tells_opens  boolean not null,
  tells_clicks boolean not null,
  -- the same orders, each counted as at most the amount of order_cap, and how many were more
  capped       numeric not null default 0,
  cut          integer not null default 0
);
-- The names behind a number, the newest letter first: of most numbers a few of all.
create index letter_outcome_returned on letter_outcome (letter_id) where returned;
create index letter_outcome_used on letter_outcome (letter_id) where used;
create index letter_outcome_unsubscribed on letter_outcome (letter_id) where unsubscribed;
create index letter_outcome_opened on letter_outcome (letter_id) where opened;
create index letter_outcome_clicked on letter_outcome (letter_id) where clicked;
create index letter_outcome_kept on letter_outcome (letter_id) where control;
create index letter_outcome_over on letter_outcome (control, day, letter_id) where over;

-- The same counted by day, some thousand rows.
create table letter_day (
  rung         integer not null,
  control      boolean not null,
  day          date not null,
  over         boolean not null,
  letters      bigint not null,
  returned     bigint not null,
  revenue      numeric not null,
  -- sum of the squares of each letter's revenue
  squares      numeric not null,
  given        numeric not null,
  used         bigint not null,
  unsubscribed bigint not null,
  opened       bigint not null,
  clicked      bigint not null,
  tells_opens  bigint not null,
  tells_clicks bigint not null,
  -- squares are of these
  capped       numeric not null default 0,
  cut          bigint not null default 0,
  primary key (rung, control, day, over)
);

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

-- How long after a letter a purchase is an answer to it: as long as a touch has credit, and of a reminder of a cart as long as its order is waited for.
-- In hours: days would go by the clock changes of the session.
create function answered_within(rung integer) returns interval immutable parallel safe language sql return
  case when rung between -13 and -11 then interval '336 hours' else interval '1440 hours' end;

-- What returns brought and what was spent on them, case by case, as of the last night; letters and calls are counted from their own rows.
-- Derived as above.
create table romi_case (
  part     text not null,
  id       bigint not null,
  day      date not null,
  lapse_id bigint not null,
  kind     text,
  amount   numeric not null,
  primary key (part, id)
);
create index romi_case_day on romi_case (part, day, id) include (amount);
create index romi_case_lapse on romi_case (lapse_id);

-- How far each loss came, as of the last night: 1 somebody called or wrote, 2 he was reached, 3 he got an offer, 4 he agreed to meet or said
-- that he had ordered, 5 he bought. Derived as above; class and worth are those of the night, so that names and counts agree.
create table lapse_far (
  lapse_id   bigint primary key,
  opened_on  date not null,
  abc        text not null,
  step       integer not null,
  -- somebody called or wrote
  touched    boolean not null,
  currency   text not null,
  value_year numeric not null
);
create index lapse_far_opened on lapse_far (opened_on, lapse_id) include (step, abc, touched);

-- The same counted by day, some thousand rows.
create table funnel_day (
  opened_on date not null,
  abc       text not null,
  step      integer not null,
  touched   boolean not null,
  currency  text not null,
  losses    bigint not null,
  money     numeric not null,
  primary key (opened_on, abc, step, touched, currency)
);

-- Reports over everybody that take a large firm seconds, as the night counted them: their rows as they are shown.
create table report_kept (
  report text primary key,
  day    date not null,
  rows   jsonb not null
);
