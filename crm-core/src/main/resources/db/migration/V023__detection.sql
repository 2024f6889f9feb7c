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

-- What a person has said of one customer's silence: the newest row that is not taken back counts.
create table own_limit (
  customer_id bigint not null references customer,
  id          bigint generated always as identity,
  -- days since the last purchase below which silence means nothing; 0: no such limit
  silence     integer not null check (silence between 0 and 3650),
  -- quiet until this day, or every year until it comes again
  quiet_until date,
  every_year  boolean not null default false,
  why         text not null,
  -- the decision "false alarm" about this lapse taught it
  lapse_id    bigint references lapse,
  member_id   bigint not null references member,
  at          timestamptz not null,
  undone_at   timestamptz,
  origin_id   bigint,
  primary key (customer_id, id)
);

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
