-- What a lost customer can be offered, who may grant how much, and what was granted (DEC-28 to DEC-34).

-- The kinds of offers: those that are shipped, and the firm's own.
create table offer_kind (
  code       text primary key check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(code) <= 40),
  -- the firm's words; null: the shipped ones, which stand in the message files
  name       text check (length(trim(name)) between 1 and 80),
  -- what the customer is told; null: the shipped words
  words      text check (length(trim(words)) between 1 and 1000),
  shape      text not null check (shape in ('discount', 'service', 'both', 'debt', 'extra')),
  -- what the trouble must be about for it to fit; none: whatever it is
  problems   text[] not null default '{}' check (problems <@ array['price', 'service', 'both']),
  -- reasons that it fits besides
  reasons    text[] not null default '{}',
  -- discount in percent of the first order, of a debt in percent of what is owed
  percent    integer not null default 0 check (percent between 0 and 100),
  -- what it costs us beside: money in the firm's currency, and percent of the first order
  fixed      numeric(10, 2) not null default 0 check (fixed >= 0),
  share      numeric(5, 2) not null default 0 check (share between 0 and 100),
  -- whoever gives it, a manager decides
  approval   boolean not null default false,
  -- accepted by so many percent in the sources: told with its source, never a forecast
  benchmark  integer check (benchmark between 0 and 100),
  position   integer not null,
  shipped    boolean not null default false,
  retired_at timestamptz,
  version    bigint not null default 0,
  check (shape <> 'debt' or percent between 10 and 50),
  check (shape in ('discount', 'both') or shape = 'debt' or percent = 0)
);
insert into offer_kind (code, shape, problems, reasons, percent, fixed, share, approval, benchmark, position, shipped)
select code, shape, problems::text[], reasons::text[], percent, fixed, share, approval, benchmark, row_number() over (), true
  from (values
    ('discount', 'discount', '{price,both}', '{}', 10, 0, 0, false, 45),
    ('service', 'service', '{service,both}', '{}', 0, 15, 0, false, 41),
    ('both', 'both', '{price,service,both}', '{}', 10, 15, 0, false, 47),
    ('make-good', 'extra', '{service,both}', '{}', 0, 10, 0, false, null),
    ('gift', 'extra', '{}', '{}', 0, 10, 0, false, null),
    ('promotion', 'discount', '{price,both}', '{}', 15, 0, 0, false, null),
    ('other-products', 'extra', '{}', '{product-gone,taste}', 0, 0, 0, false, null),
    ('bonus', 'extra', '{price,both}', '{}', 0, 10, 0, false, null),
    ('sample', 'extra', '{}', '{}', 0, 5, 0, false, null),
    ('delivery', 'extra', '{price,both}', '{delivery}', 0, 8, 0, false, null),
    ('pay-later', 'extra', '{price,both}', '{}', 0, 0, 1, false, null),
    ('money-back', 'extra', '{service,both}', '{}', 0, 0, 2, false, null),
    ('tour', 'extra', '{service,both}', '{}', 0, 60, 0, true, 100),
    ('audit', 'extra', '{service,price,both}', '{competitor}', 0, 40, 0, true, 83),
    ('case-study', 'extra', '{service,both}', '{}', 0, 5, 0, false, null),
    ('event', 'extra', '{}', '{}', 0, 25, 0, true, null),
    ('director-letter', 'extra', '{service,both}', '{}', 0, 6, 0, true, 33),
    ('postcard', 'extra', '{}', '{}', 0, 2, 0, false, null),
    ('book', 'extra', '{}', '{}', 0, 12, 0, false, null),
    ('debt', 'debt', '{}', '{}', 10, 0, 0, true, null)
  ) as kinds (code, shape, problems, reasons, percent, fixed, share, approval, benchmark);

-- What holds for all offers: each change is a row, the newest holds.
create table offer_rule (
  id            integer generated always as identity primary key,
  -- DEC-29: matched to the reason, most returns, or the best return on the money
  objective     text not null check (objective in ('matched', 'returns', 'roi')),
  -- DEC-32: so many percent of the first order are left as margin, whoever approves
  floor_percent numeric(5, 2) not null check (floor_percent between 0 and 100),
  -- no discount is higher, whoever approves
  most_percent  integer not null check (most_percent between 1 and 100),
  -- DEC-33: what a rep grants on the spot unless his own limits say otherwise; money in the firm's currency
  rep_percent   integer not null check (rep_percent between 0 and 100),
  rep_money     numeric(10, 2) not null check (rep_money >= 0),
  rep_month     numeric(12, 2) not null check (rep_month >= 0),
  -- days until he is asked what he says, and for which the offer holds
  answer_days   integer not null check (answer_days between 1 and 60),
  valid_days    integer not null check (valid_days between 1 and 365),
  -- null: as delivered
  member_id     bigint references member,
  changed_at    timestamptz not null default clock_timestamp(),
  check (answer_days <= valid_days)
);
insert into offer_rule (objective, floor_percent, most_percent, rep_percent, rep_money, rep_month, answer_days, valid_days)
values ('matched', 5, 25, 10, 30, 300, 3, 30);

-- DEC-33: the limits of one member, the newest holds; null: as for every rep.
create table offer_authority (
  id           bigint generated always as identity primary key,
  member_id    bigint not null references member,
  most_percent integer check (most_percent between 0 and 100),
  most_money   numeric(10, 2) check (most_money >= 0),
  month_money  numeric(12, 2) check (month_money >= 0),
  changed_by   bigint not null references member,
  changed_at   timestamptz not null
);
create index offer_authority_member on offer_authority (member_id, id desc);

-- One offer for one loss: asked for, decided, given, answered. What was known of the money then is copied into the row, so that
-- its checks hold for ever (hold.md, I6). Used and expired are not stored: the return and the day say so (RET-01).
create table offer_grant (
  id             bigint generated always as identity primary key,
  lapse_id       bigint not null references lapse,
  customer_id    bigint not null references customer,
  kind           text not null references offer_kind,
  -- DEC-34: and something besides
  plus           text references offer_kind,
  asked_percent  integer not null check (asked_percent between 0 and 100),
  percent        integer not null check (percent >= 0),
  -- what it costs beside the percent, and the percent of the order that it costs without being a discount
  asked_fixed    numeric(10, 2) not null check (asked_fixed >= 0),
  fixed          numeric(10, 2) not null check (fixed >= 0),
  share          numeric(5, 2) not null default 0 check (share >= 0),
  -- DEC-31: what he owes, and how much of what he repays becomes a prepayment, in percent
  debt           numeric(14, 2) check (debt > 0),
  prepaid        integer not null default 0 check (prepaid between 0 and 50),
  -- a usual order of his; null: none in the firm's currency is known
  order_mean     numeric(14, 2) check (order_mean > 0),
  margin_percent numeric(5, 2) not null,
  floor_percent  numeric(5, 2) not null,
  most_percent   integer not null,
  cost           numeric(14, 2) check (cost >= 0),
  margin_after   numeric(14, 2),
  currency       char(3) not null,
  state          text not null check (state in ('asked', 'approved', 'refused', 'given', 'accepted', 'declined', 'expired',
                                                'withdrawn')),
  -- why it is asked for; the manager's word
  note           text,
  word           text,
  asked_by       bigint not null references member,
  asked_at       timestamptz not null,
  -- the rows without are given by the giver's own authority and booked against it
  decided_by     bigint references member,
  decided_at     timestamptz,
  given_by       bigint references member,
  given_at       timestamptz,
  call_id        bigint references call,
  -- when he is asked what he says, and the last day of the offer
  answer_by      date,
  valid_until    date,
  answered_at    timestamptz,
  version        bigint not null default 0,
  check (percent <= asked_percent and fixed <= asked_fixed),
  check (debt is not null or percent <= most_percent),
  check (debt is null or percent between 10 and 50),
  check (debt is not null or margin_after is null or margin_after >= round(order_mean * floor_percent / 100, 2)),
  check ((given_at is null) = (given_by is null) and (given_at is null or valid_until is not null))
);
-- no second discount while one runs, whatever the code does (DEC-32)
create unique index offer_grant_discount on offer_grant (lapse_id)
  where percent > 0 and debt is null and state in ('asked', 'approved', 'given', 'accepted');
create index offer_grant_lapse on offer_grant (lapse_id, id desc);
create index offer_grant_customer on offer_grant (customer_id);
create index offer_grant_asked on offer_grant (id) where state = 'asked';
create index offer_grant_answer on offer_grant (asked_by, id) where state in ('approved', 'refused');
create index offer_grant_given on offer_grant (given_by, given_at) where given_by is not null;
create index offer_grant_call on offer_grant (call_id) where call_id is not null;
-- what was offered in a period, for the recovery funnel
create index offer_grant_day on offer_grant (given_at) include (lapse_id);
