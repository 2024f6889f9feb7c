-- Webhooks that were refused: a row for each system and reason, so that whoever knocks fills nothing.
create table shop_refusal (
  system     text not null check (system in ('shopify', 'woocommerce')),
  why        text not null check (why in ('signature', 'host', 'nobody')),
  -- what the last one called itself; null: nothing
  sender     text,
  times      bigint not null default 1,
  first_at   timestamptz not null default clock_timestamp(),
  last_at    timestamptz not null default clock_timestamp(),
  primary key (system, why)
);
