-- The other kinds of facts; each has the columns of a purchase by which any fact is merged, corrected and taken back.

-- What a customer asked: price, stock, delivery. Apart from purchases (DET-01).
create table request (
  customer_id  bigint not null,
  id           bigint generated always as identity,
  source       text not null,
  external_id  text not null,
  requested_at timestamptz not null,
  subject      text,
  answered_at  timestamptz,
  -- what became of it, in the words of whoever reports it
  outcome      text,
  told_at      timestamptz,
  origin_id    bigint,
  import_id    bigint,
  received_at  timestamptz not null default now(),
  primary key (customer_id, id)
);
create unique index request_source on request (external_id, source);
create index request_order on request (customer_id, requested_at, id);

-- UND-19: received, resolved or not, satisfied with the reaction or not.
create table complaint (
  customer_id   bigint not null,
  id            bigint generated always as identity,
  source        text not null,
  external_id   text not null,
  complained_at timestamptz not null,
  text          text,
  -- 1 = a trifle, 5 = he leaves for it
  severity      integer check (severity between 1 and 5),
  -- UND-11: a person was at fault (rudeness, a broken promise), not a thing; null: unknown
  human         boolean,
  -- whom it is about
  member_id     bigint,
  resolved_at   timestamptz,
  -- with the reaction; null: he was not asked
  satisfied     boolean,
  told_at       timestamptz,
  origin_id     bigint,
  import_id     bigint,
  received_at   timestamptz not null default now(),
  primary key (customer_id, id)
);
create unique index complaint_source on complaint (external_id, source);
create index complaint_order on complaint (customer_id, complained_at, id);
-- the list of complaints that service works on, the oldest first
create index complaint_open on complaint (complained_at, id) where resolved_at is null;

-- When somebody was last seen at a cart: filled, told of again, or left.
create function cart_active(carted timestamptz, gone timestamptz, told timestamptz) returns timestamptz
  immutable parallel safe language sql return greatest(carted, gone, told);

-- DET-11, both ways: things were put in and not ordered, or taken out again and the visitor left.
create table cart (
  customer_id bigint not null,
  id          bigint generated always as identity,
  source      text not null,
  external_id text not null,
  carted_at   timestamptz not null,
  -- what he typed before he had a number (DET-12)
  email       text,
  items       text,
  amount      numeric(14, 2) check (amount >= 0),
  currency    char(3) not null,
  url         text,
  removed     text,
  left_at     timestamptz,
  -- the shop says that it was ordered
  ordered     boolean not null default false,
  told_at     timestamptz,
  origin_id   bigint,
  import_id   bigint,
  received_at timestamptz not null default now(),
  -- what a good looked like in the cart: a list of name, quantity, price, image (LET-14)
  goods       text,
  primary key (customer_id, id)
);
create unique index cart_source on cart (external_id, source);
create index cart_order on cart (customer_id, carted_at, id);
create index cart_active on cart (cart_active(carted_at, left_at, told_at));

-- What became of a cart: the shop says so, or an order from its moment on does, be it paid or not yet, until 14 days after somebody was last
-- seen at it: a later one is another order (as answered_within of its letters). Read, not stored: so a purchase that comes late, moves to another
-- customer or is refunded changes it without a second truth.
create function cart_state(zone text) returns table (customer_id bigint, id bigint, state text) stable language sql as $$
select c.customer_id, c.id,
       case when c.ordered or exists (select from purchase p
                                      where p.customer_id = c.customer_id and (p.counting or p.pending)
                                        and p.purchased_at > c.carted_at - interval '25 hours'
                                        and p.purchased_at < cart_active(c.carted_at, c.left_at, c.told_at) + interval '336 hours'
                                        and bought_by(p.purchased_at, p.received_at, zone) >= c.carted_at)
              then 'ordered'
            when c.items is null and c.removed is not null then 'emptied'
            else 'left' end
from cart c
$$;

-- Money that came in; a purchase counts by its own status, payments show the morals (MEA-15).
create table payment (
  customer_id  bigint not null,
  id           bigint generated always as identity,
  source       text not null,
  external_id  text not null,
  paid_at      timestamptz not null,
  amount       numeric(14, 2) not null check (amount >= 0),
  currency     char(3) not null,
  -- own number of the purchase in the same source
  purchase     text,
  due_on       date,
  told_at      timestamptz,
  origin_id    bigint,
  import_id    bigint,
  received_at  timestamptz not null default now(),
  primary key (customer_id, id)
);
create unique index payment_source on payment (external_id, source);
create index payment_order on payment (customer_id, paid_at, id);

-- Money that went back, as a fact of its own; refund_part says of which purchases.
create table refund (
  customer_id bigint not null,
  id          bigint generated always as identity,
  source      text not null,
  external_id text not null,
  refunded_at timestamptz not null,
  amount      numeric(14, 2) not null check (amount >= 0),
  -- null: that of the purchase, else the firm's
  currency    char(3),
  -- own number of the purchase in the same source; null: found by the rule in Refunding
  purchase    text,
  reason      text,
  told_at     timestamptz,
  origin_id   bigint,
  import_id   bigint,
  received_at timestamptz not null default now(),
  primary key (customer_id, id)
);
create unique index refund_source on refund (external_id, source);
create index refund_order on refund (customer_id, refunded_at, id);
create index refund_purchase on refund (source, purchase) where purchase is not null;

-- Derived: which purchase bears how much of a refund. Found anew for every customer of a PurchasesRecorded, so whoever
-- moves purchases or refunds needs to publish nothing else. customer_id is the purchase's.
create table refund_part (
  customer_id     bigint not null,
  purchase_id     bigint not null,
  refund_id       bigint not null,
  refund_customer bigint not null,
  amount          numeric(14, 2) not null check (amount > 0),
  primary key (customer_id, purchase_id, refund_id)
);
create index refund_part_refund on refund_part (refund_customer, refund_id);

-- UND-20: whom the customer brought or recommended us to.
create table referral (
  customer_id bigint not null,
  id          bigint generated always as identity,
  source      text not null,
  external_id text not null,
  referred_at timestamptz not null,
  -- number of the new customer, or his name
  referred    text,
  told_at     timestamptz,
  origin_id   bigint,
  import_id   bigint,
  received_at timestamptz not null default now(),
  primary key (customer_id, id)
);
create unique index referral_source on referral (external_id, source);
create index referral_order on referral (customer_id, referred_at, id);
