create unlogged table staging_purchase (
  line         bigint not null,
  customer     text not null,
  source       text not null,
  external_id  text not null,
  purchased_at timestamptz not null,
  amount       numeric(14, 2) not null,
  currency     text,
  margin       numeric(14, 2),
  status       text,
  refunded     numeric(14, 2),
  units        integer,
  items        text,
  coupon       text,
  member_id    bigint,
  -- which optional fields were said: 1 currency, 2 margin, 4 status, 8 refunded, 16 units, 32 items, 64 coupon, 128 member
  given        integer not null
);
create unlogged table staging_refused (
  line       bigint not null,
  later_line bigint not null
);
create unlogged table staging_pending (
  slice        integer not null,
  known        boolean not null,
  customer     text not null,
  source       text not null,
  external_id  text not null,
  purchased_at timestamptz not null,
  amount       numeric(14, 2) not null,
  currency     text not null,
  margin       numeric(14, 2),
  status       text not null,
  refunded     numeric(14, 2) not null,
  units        integer,
  items        text,
  coupon       text,
  member_id    bigint
);
