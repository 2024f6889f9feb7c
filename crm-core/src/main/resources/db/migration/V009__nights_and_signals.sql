-- The nightly pass, and what it finds of each customer: value, signals, the model of buying, the limits of detection.

-- The nightly pass, once per day.
create table night (
  id          bigint generated always as identity primary key,
  day         date not null unique,
  state       text not null check (state in ('running', 'done', 'failed')),
  node        text not null,
  -- asked for while it was running: it runs once more, so that no fact of the meantime is missed
  again       boolean not null default false,
  -- the step that failed
  message     text,
  started_at  timestamptz not null default clock_timestamp(),
  -- stays while the night is run again: silence is counted up to the night that finished last
  finished_at timestamptz
);

-- The first night and its month: from there on losses and returns are recorded as lapses.
-- It stays the first one while it is run again: its state is running then, and when it finished is kept.
create view first_night as
  select cast(date_trunc('month', n.day) as date) as month, n.day
    from (select min(day) as day from night where state = 'done' or finished_at is not null) n;

-- What each step of a night did, in its order.
create table nightly_step (
  night_id    bigint not null references night on delete cascade,
  position    integer not null,
  name        text not null,
  rows        bigint not null,
  seconds     numeric(10, 3) not null,
  finished_at timestamptz not null default clock_timestamp(),
  -- asked for again: it runs once more, and what it does is added
  again       boolean not null default false,
  primary key (night_id, name)
);

-- The fold's result for each customer who ever bought: rebuilt from facts at any time.
create table customer_value (
  customer_id     bigint primary key references customer,
  purchases       integer not null,
  -- days with a purchase
  visits          integer not null,
  first_purchase  date not null,
  last_purchase   date not null,
  -- mean days between purchase days; null with one purchase day
  rhythm_days     numeric(10, 2),
  revenue         numeric(16, 2) not null,
  -- expected revenue of a year at the customer's own pace, in currency
  value_year      numeric(16, 2) not null,
  -- paid on average on a later day than the first one; null without such a day
  repeat_mean     numeric(16, 2),
  currency        char(3) not null,
  touched         xid8 generated always as
    (this_transaction(num_nulls(purchases, last_purchase, revenue, value_year, rhythm_days, currency))) stored
);
alter table customer_value alter column touched set (n_distinct = -1);
-- what the reports on losses count besides
create index customer_value_first on customer_value (first_purchase, customer_id);
create index customer_value_touched on customer_value (touched);

-- Signals that hold at present; evidence has only figures that stay the same while the signal holds.
create table signal (
  customer_id bigint not null references customer on delete cascade,
  kind        text not null,
  since       date not null,
  -- from this day on the signal means a lost customer, before it a late one; null: it means no loss
  lost_from   date,
  evidence    jsonb not null,
  touched     xid8 generated always as (this_transaction(num_nulls(kind, evidence))) stored,
  -- whose customer it is of whom the contact data are stale; of other signals null, for which no key is looked up. Kept by the key
  -- like the owner of a loss, whoever changes him.
  stale_owner bigint,
  primary key (customer_id, kind),
  constraint signal_stale_owner_told check ((kind = 'stale-contact') = (stale_owner is not null)),
  constraint signal_stale_owner foreign key (customer_id, stale_owner) references customer (id, owner_key) on update cascade
);
alter table signal alter column touched set (n_distinct = -1);
create index signal_kind on signal (kind, since, customer_id);
-- who is only to be watched
create index signal_watch on signal (customer_id) where lost_from is null and kind <> 'stale-contact';
create index signal_stale on signal (stale_owner) where stale_owner is not null;
create index signal_touched on signal (touched);

-- Which signals a customer has, as the rows of both lists say it: a bit for each kind. Those that many have, and those that few
-- have, of which an index by itself has nobody else in it.
create function common_sign(kind text) returns smallint immutable parallel safe language sql return
  cast(case kind when 'silent' then 1 when 'late' then 2 when 'max-gap' then 4 when 'ended' then 8 when 'stale-contact' then 16 end as smallint);

create function rare_sign(kind text) returns smallint immutable parallel safe language sql return
  cast(case kind when 'no-requests' then 1 when 'requests-without-purchase' then 2 when 'unresponsive' then 4 when 'volume-drop' then 8
                 when 'cart' then 16 when 'fallen-vip' then 32 when 'vip-paid-little' then 64 when 'margin-squeeze' then 128
                 when 'complaint' then 256 when 'risky-moment' then 512 end as smallint);

-- All that have the bit of a kind: an index compares with values, and knows no bits. SignalAsked puts their names together.
create function common_signs_with(kind text) returns smallint[] immutable parallel safe language sql return
  array(select m::smallint from generate_series(1, 31) m where m & common_sign(kind) > 0);

create function rare_signs_with(kind text) returns smallint[] immutable parallel safe language sql return
  array(select m::smallint from generate_series(1, 1023) m where m & rare_sign(kind) > 0);

-- A signal that a person has looked at and found no reason to worry; counts as long as the signal has this beginning.
create table signal_dismissal (
  customer_id bigint not null references customer,
  id          bigint generated always as identity,
  kind        text not null,
  since       date not null,
  why         text not null,
  member_id   bigint not null references member,
  at          timestamptz not null,
  undone_at   timestamptz,
  origin_id   bigint,
  primary key (customer_id, id)
);

-- Days on which this customer may leave: the end of a contract, of a warranty, of a discount (DET-17).
create table risky_moment (
  customer_id bigint not null references customer,
  id          bigint generated always as identity,
  day         date not null,
  title       text not null check (title <> ''),
  member_id   bigint not null references member,
  at          timestamptz not null,
  undone_at   timestamptz,
  origin_id   bigint,
  primary key (customer_id, id)
);

-- What each night's fit of the models of buying found (package value). A row a night; detection uses the newest row that
-- is in force, the others say what was found since. No row says anything of a single customer.
create table buying_model (
  day            date primary key,
  fitted_at      timestamptz not null default clock_timestamp(),
  -- it said something else than the one before and took its place from this day on
  in_force       boolean not null,
  state          text not null check (state in ('TRUSTED', 'UNRELIABLE', 'TOO_LITTLE')),
  -- why it is not to be believed
  doubts         text[] not null,
  -- on how many customers it was fitted, how many of them have a repeat, and the share of all that was drawn
  customers      integer not null,
  repeaters      integer not null,
  share          double precision not null,
  -- stages of the gaps by likelihood, and that likelihood
  k              integer,
  log_likelihood double precision,
  -- r, alpha (weeks), a, b of the model that ranks and of the one that times, and the median gap in weeks
  parameters     jsonb,
  -- Gamma-Gamma p, q, v, and second orders by first ones
  spend          jsonb,
  -- days by which 1 % … 99 % of those were back who came back, of all and by kind of customer
  first_gaps     jsonb,
  -- where the chance of a purchase comes from, with the coefficients of its calibration
  chance         jsonb,
  back_test      jsonb,
  check ((state = 'TOO_LITTLE') = (parameters is null))
);
create index buying_model_in_force on buying_model (day) where in_force;

-- Limits of detection by kind of customer ('' = whoever has no limits of his own kind), each change a row with its person:
-- the newest row of a kind counts, one without limits means that the kind has none of its own any more.
create table limits_change (
  id        bigint generated always as identity primary key,
  kind      text not null check (length(kind) <= 60),
  limits    jsonb,
  member_id bigint references member,
  at        timestamptz not null
);
create index limits_change_kind on limits_change (kind, id);

-- The limits in force for a kind of customer: its own, else the general ones, else null (as shipped).
create function limits_in_force(kind text) returns jsonb stable parallel safe language sql return
  coalesce((select c.limits from limits_change c where c.kind = limits_in_force.kind order by c.id desc limit 1),
           (select c.limits from limits_change c where c.kind = '' order by c.id desc limit 1));

-- Days of silence from which a customer of this kind is lost, and from which his silence has its first class. The shipped numbers are those of Limits.DEFAULT
-- (ProfilesTest). Over many customers ask once for each kind.
create function lost_limit(kind text) returns integer stable parallel safe language sql return
  coalesce((limits_in_force(kind) ->> 'lostClass')::integer, 180);

create function first_class(kind text) returns integer stable parallel safe language sql return
  coalesce((limits_in_force(kind) -> 'classes' ->> 0)::integer, 90);

-- The same for the few kinds that may have limits of their own, to be joined to many customers: offset 0, or it would be asked for each of them.
create view limit_of_kind as
  select k.kind, lost_limit(k.kind) as lost_limit, first_class(k.kind) as first_class
    from (select distinct c.kind from limits_change c where c.kind <> '') k
  offset 0;

-- The day of a loss, null while he is only late: the night that found him lost, or the day on which his silence reached the limit if that was before it
-- (the first night finds the losses of years); who is let go, or is late for the second time after we won him back, is lost by that.
create function lost_day(stage text, stage_before text, opened_on date, silent_since date, lost_on date, lost_limit integer, closed_on date)
  returns date immutable parallel safe language sql return
  case when stage not in ('FALSE_ALARM', 'MERGED') then
    least(lost_on, case when lost_on is not null then silent_since + lost_limit end, closed_on,
          case when 'TWICE_LOST' in (stage, stage_before) then opened_on end) end;
