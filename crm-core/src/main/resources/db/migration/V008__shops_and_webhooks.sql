-- Shops that tell us, and other systems that we tell.

-- Shops that tell their orders by signed webhooks, and are asked for what was missed.
create table shop (
  id             bigint generated always as identity primary key,
  system         text not null check (system in ('shopify', 'woocommerce')),
  -- the shop's own address, without a path: https://firm.example
  address        text not null,
  -- whose facts are whose: WooCommerce counts orders and customers of each shop from 1, Shopify those of all shops together
  source         text not null,
  -- signs the webhooks; has to be known in full, so it is no hash
  hook_secret    text not null check (hook_secret <> ''),
  -- to ask the shop; null: never asked
  api_login      text,
  api_secret     text,
  connected_at   timestamptz not null default clock_timestamp(),
  connected_by   bigint references member,
  -- null: connected
  disconnected_at timestamptz,
  -- everything the shop changed until then has been heard
  caught_up_to   timestamptz not null default clock_timestamp(),
  asked_at       timestamptz,
  -- why the last question failed; null: it did not
  ask_failure    text,
  failures       integer not null default 0,
  -- beside its orders: every customer the shop changed until then has been heard. Who takes back a consent while nobody listens orders nothing.
  customers_up_to timestamptz not null default clock_timestamp(),
  -- why the last question for customers failed; null: it did not
  customers_failure text
);
create unique index shop_connected on shop (system, address) where disconnected_at is null;

-- The inbox: what a shop said, stored before it is answered, worked off afterwards.
create table shop_delivery (
  id          bigint generated always as identity primary key,
  shop_id     bigint not null references shop,
  -- the shop's own number of the delivery
  delivery    text not null,
  topic       text not null,
  body        bytea,
  state       text not null default 'waiting' check (state in ('waiting', 'done', 'ignored', 'refused')),
  -- why it was ignored or refused, with the figures of the sentence
  reason      text,
  figures     jsonb not null default '[]',
  tries       integer not null default 0,
  try_at      timestamptz not null default clock_timestamp(),
  received_at timestamptz not null default clock_timestamp(),
  ended_at    timestamptz,
  unique (shop_id, delivery)
);
create index shop_delivery_waiting on shop_delivery (try_at, id) where state = 'waiting';
create index shop_delivery_state on shop_delivery (state, id);

-- Webhooks that were refused: a row for each system and reason, so that whoever knocks fills nothing.
create table shop_refusal (
  system     text not null check (system in ('shopify', 'woocommerce')),
  why        text not null check (why in ('signature', 'host', 'nobody', 'topic')),
  -- what the last one called itself; null: nothing
  sender     text,
  times      bigint not null default 1,
  first_at   timestamptz not null default clock_timestamp(),
  last_at    timestamptz not null default clock_timestamp(),
  primary key (system, why)
);

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
