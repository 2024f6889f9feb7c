-- Addresses of other systems that are told what happens here (Standard Webhooks).
create table webhook (
  id               bigint generated always as identity primary key,
  url              text not null check (length(url) between 1 and 500),
  -- types of events in words: 'lapse.opened lapse.returned'
  events           text not null,
  -- signs every message: it has to be readable, unlike a password
  secret           bytea not null check (length(secret) = 32),
  -- after a change the old one signs too until then, so that the receiver can change his
  old_secret       bytea check (length(old_secret) = 32),
  old_secret_until timestamptz,
  active           boolean not null default true,
  -- why the program switched it off: failing for days, or gone for good
  disabled_reason  text check (disabled_reason in ('failing', 'gone')),
  removed          boolean not null default false,
  -- of the sender: whose turn it is, and since when nothing arrives
  node             text,
  lease_until      timestamptz,
  claimed_at       timestamptz,
  paused_until     timestamptz,
  failing_since    timestamptz,
  failures         integer not null default 0,
  created_at       timestamptz not null default clock_timestamp(),
  version          bigint not null default 0
);

-- One row for each message to one address, written with the event in one transaction: neither exists without the other.
create table webhook_delivery (
  id              bigint generated always as identity primary key,
  webhook_id      bigint not null references webhook,
  -- stays the same with every try, so that the receiver knows a repetition
  message_id      text not null unique,
  type            text not null,
  -- whose reference has to go when the person is erased
  customer_id     bigint references customer on delete set null,
  body            jsonb not null,
  state           text not null default 'due' check (state in ('due', 'sent', 'failed')),
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  -- the last answer: its status, its first characters, or why there was none
  code            integer,
  answer          text,
  attempted_at    timestamptz,
  created_at      timestamptz not null default clock_timestamp(),
  done_at         timestamptz
);
create index webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at, id) where state = 'due';
create index webhook_delivery_list on webhook_delivery (webhook_id, id);
create index webhook_delivery_customer on webhook_delivery (customer_id) where customer_id is not null;
create index webhook_delivery_done on webhook_delivery (done_at) where done_at is not null;
