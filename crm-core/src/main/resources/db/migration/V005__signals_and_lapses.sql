-- The fold's result for each customer who ever bought: rebuilt from facts at any time.
create table customer_value (
  customer_id     bigint primary key references customer,
  purchases       integer not null,
  -- days with a purchase
  visits          integer not null,
  first_purchase  date not null,
  last_purchase   date not null,
  last_purchase_id bigint not null,
  -- mean days between purchase days; null with one purchase day
  rhythm_days     numeric(10, 2),
  revenue         numeric(16, 2) not null,
  -- expected revenue of a year at the customer's own pace, in currency
  value_year      numeric(16, 2) not null,
  -- paid on average on a later day than the first one; null without such a day
  repeat_mean     numeric(16, 2),
  currency        char(3) not null
);
create index customer_value_year on customer_value (value_year desc, customer_id);

-- Signals that hold at present; evidence has only figures that stay the same while the signal holds.
create table signal (
  customer_id bigint not null references customer on delete cascade,
  kind        text not null,
  since       date not null,
  -- from this day on the signal means a lost customer, before it a late one; null: it means no loss
  lost_from   date,
  evidence    jsonb not null,
  primary key (customer_id, kind)
);
create index signal_kind on signal (kind, since, customer_id);
-- who is only to be watched
create index signal_watch on signal (customer_id) where lost_from is null and kind <> 'stale-contact';

create table lapse (
  id              bigint generated always as identity primary key,
  customer_id     bigint not null references customer,
  -- 1 for the customer's first lapse, 2 for the second …
  number          integer not null,
  stage           text not null check (stage in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'RETURNED', 'RESTORED', 'SAFE',
                    'NOT_WANTED', 'UNREACHABLE', 'REFUSED', 'FALSE_ALARM', 'GONE', 'TWICE_LOST', 'NON_CLIENT', 'MERGED')),
  -- the day whose night opened it
  opened_on       date not null,
  opened_by       text not null,
  -- day of the last counting purchase before it: the date of the loss
  silent_since    date not null,
  lost_on         date,
  lost_by         bigint references member,
  -- lost_by had the customer for less than two of his typical gaps
  inherited       boolean not null default false,
  -- lost_by had the customer when it was opened; else he is the member of the last purchase before it, whatever comes to be known of it
  owner_lost      boolean not null default false,
  assignee        bigint references member,
  assigned_on     date,
  -- why nobody could be given the lapse
  queue_reason    text,
  -- a manager's reason for giving it to who lost it
  override_reason text,
  -- expected loss of a year at opening, in currency
  value_year      numeric(16, 2) not null,
  currency        char(3) not null,
  reason          text,
  closed_on       date,
  closed_by       bigint references member,
  close_reason    text,
  returned_on     date,
  return_purchase_id bigint,
  credit          text check (credit in ('coupon', 'letter', 'call', 'none')),
  -- the letter or contact that earned the credit
  credit_id       bigint,
  credit_member   bigint references member,
  -- letters rest until this day (somebody is talking to the customer)
  letters_rest_until date,
  -- a manager put the decision off until this day
  later_until     date,
  -- stage to return to when a refund takes the return away, or when a person opens it again
  stage_before    text,
  created_at      timestamptz not null default clock_timestamp(),
  version         bigint not null default 0,
  unique (customer_id, number),
  check ((stage in ('RETURNED', 'RESTORED', 'SAFE')) = (returned_on is not null))
);
-- at most one open lapse per customer, whatever the code does
create unique index lapse_open on lapse (customer_id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
create index lapse_stage on lapse (stage, id);
create index lapse_assignee on lapse (assignee, id) where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING');
-- the orders of the lost list, dearest first by default
create index lapse_value on lapse (value_year, id);
create index lapse_silent on lapse (silent_since, id);
create index lapse_opened on lapse (opened_on, id);
create index lapse_returned on lapse (returned_on, id) where returned_on is not null;

-- Every step of a lapse, with who and when; what an undo reads.
create table lapse_event (
  lapse_id  bigint not null references lapse,
  id        bigint generated always as identity,
  at        timestamptz not null,
  -- null: the night or a purchase
  member_id bigint references member,
  kind      text not null,
  detail    jsonb not null default '{}',
  primary key (lapse_id, id)
);

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
create table nightly_step (
  night_id    bigint not null references night on delete cascade,
  position    integer not null,
  name        text not null,
  rows        bigint not null,
  seconds     numeric(10, 3) not null,
  finished_at timestamptz not null default clock_timestamp(),
  primary key (night_id, name)
);
