-- Shops that tell their orders by signed webhooks, and are asked for what was missed.
create table shop (
  id             bigint generated always as identity primary key,
  system           text not null check (system in ('shopify', 'woocommerce')),
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
  failures       integer not null default 0
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
