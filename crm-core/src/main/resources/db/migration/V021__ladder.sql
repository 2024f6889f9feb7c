-- The letters as marketing builds them: templates, rungs, pictures, and how a rung goes live.

-- The words of a letter, one row for each version, for ever.
create table template (
  id          bigint generated always as identity primary key,
  rung        integer not null,
  version     integer not null,
  subject     text not null,
  preheader   text not null default '',
  greeting    text not null,
  -- greeting for a customer without a usable name
  greeting_fallback text not null,
  body        text not null,
  button_text text not null,
  button_url  text not null,
  signature   text not null default '',
  -- the letter asks for an answer: without one it counts as a sign that the customer has gone (DET-04)
  asks_reply  boolean not null default false,
  -- for each variable that a customer may lack: the words that stand in for it
  fallbacks   jsonb not null default '{}',
  created_by  bigint references member,
  created_at  timestamptz not null default clock_timestamp(),
  -- null: the language that everybody else gets
  language    text check (language ~ '^[a-z]{2}$'),
  unique (rung, version)
);

-- The ladder as marketing builds it (LET-01 to LET-03): rungs come and go, each with its moment, whom it is for, what it offers
-- and what it may cost. A rung's number is its name for ever and says nothing of its place: the order is that of the moments.
-- Below 1 stand the letters beside the ladder, which go by the same gate and the same outbox: 0 the letter of repentance,
-- -1 to -3 the surveys of the departed, the loyal and everybody, -4 the farewell, -5 a confirmation, -6 own fault,
-- -7 club news, -8 birthday, -9 anniversary of the first purchase, -10 change of rules, -11 to -13 the three reminders of a
-- cart, -14 how the product was improved, -15 second purchase, -16 a friend was brought.
create table rung (
  number      integer primary key check (number >= -20),
  -- days of silence from which the letter is due; the letter of repentance (0) has none
  days        integer check (days between 1 and 3650),
  percent     integer not null check (percent between 0 and 100),
  mode        text not null check (mode in ('off', 'review', 'live')),
  -- percent of due lapses that get no letter, to compare with
  control     integer not null default 0 check (control between 0 and 90),
  coupon_days integer not null default 30 check (coupon_days between 1 and 365),
  -- only who reaches the rung from this day on; null with mode off
  since       date,
  -- also those already silent for longer
  backlog     boolean not null default false,
  template_id bigint not null references template,
  version     bigint not null default 0,
  -- days of silence, months of silence, or multiples of the customer's own mean gap; who has no rhythm goes by days
  unit        text not null default 'days' check (unit in ('days', 'months', 'rhythm')),
  amount      numeric(4, 1) check (amount between 0.1 and 120),
  -- the letters of ABC that it is for; empty: everybody
  classes     text not null default '' check (classes ~ '^[ABCD]*$'),
  -- reasons or branches of reasons that it is for; none: whatever it was
  reasons     text[] not null default '{}',
  -- open: whoever does not prefer another channel; email: only who asked for letters; any: whatever he prefers
  channel     text not null default 'open' check (channel in ('open', 'email', 'any')),
  -- what it gives beside or instead of the percent, in the words of the letter, and as which kind it is counted
  gives       text check (length(trim(gives)) between 1 and 120),
  offer_kind  text references offer_kind,
  -- worst case of all its coupons that can still be used or were, in the firm's currency
  budget      numeric(12, 2) check (budget > 0),
  -- so many a day of those who were silent for longer than the rung is on
  quota       integer check (quota > 0),
  -- taken off the ladder; its letters keep naming it
  retired_at  timestamptz,
  daily_cap   integer check (daily_cap between 1 and 10000000),
  -- the program stopped it, and why; a person lets it go on
  paused_at   timestamptz,
  paused_because text check (paused_because in ('bounces', 'refusals', 'complaints')),
  resumed_at  timestamptz,
  check ((unit = 'days') = (amount is null)),
  check (gives is null or offer_kind is not null)
);

-- The day on which a silence reaches a rung; rhythm is null for who has bought on less than three days. Own rhythms are never
-- hurried: a fortnight at least (rules.md, "opening").
create function rung_due(silent_since date, unit text, amount numeric, days integer, rhythm numeric) returns date
  language sql immutable parallel safe
  return case when unit = 'rhythm' and rhythm is not null then silent_since + greatest(14, ceil(amount * rhythm))::int
              when unit = 'months' then (silent_since + make_interval(months => trunc(amount)::int))::date
              else silent_since + days end;

-- Whether a rung is for a customer of this class with this reason.
create function rung_suits(classes text, reasons text[], abc text, reason text, branch text) returns boolean
  language sql immutable parallel safe
  return (classes = '' or strpos(classes, coalesce(abc, '-')) > 0)
     and (reasons = '{}' or coalesce(reason = any (reasons) or branch = any (reasons), false));

-- The words of a rung in the customer's language.
create table rung_variant (
  rung        integer not null references rung,
  language    text not null check (language ~ '^[a-z]{2}$'),
  template_id bigint not null references template,
  primary key (rung, language)
);

-- Half of a rung's letters, by lot, give another discount than the rung (days.md, Monday 12): one comparison of a rung at a time. What was
-- begun and ended on one day compared nothing.
create table rung_split (
  id       bigint generated always as identity primary key,
  rung     integer not null references rung,
  -- what the rung gave when it began, and what the other half gives
  own      integer not null check (own between 1 and 100),
  other    integer not null check (other between 1 and 100 and other <> own),
  since    date not null,
  ended_on date
);
create unique index rung_split_running on rung_split (rung) where ended_on is null;

-- What a letter of this lapse gives: by hash of the lapse, so that it is the same on every night, and by another one than the control arm.
create function rung_percent(percent integer, other integer, lapse bigint) returns integer immutable parallel safe language sql as $$
  select case when other is not null and lapse is not null
                   and ('x' || substr(md5('split ' || lapse), 1, 8))::bit(32)::bigint % 2 = 0
              then other else percent end
$$;

-- Rungs whose letters carry a picture that tells of their opening.
create table rung_pixel (
  rung integer primary key
);

-- What holds for all letters of the ladder, one row.
create table letter_rule (
  id           integer primary key default 1 check (id = 1),
  -- a rung that would write to more than so many on its first day goes live only when a second person says so
  second_above integer not null default 500 check (second_above between 0 and 1000000),
  version      bigint not null default 0
);
insert into letter_rule default values;

-- Somebody wants a rung live and needs a second pair of eyes: who asked, how many letters it was about, who decided.
create table activation (
  id          bigint generated always as identity primary key,
  rung        integer not null references rung,
  backlog     boolean not null,
  letters     bigint not null,
  -- the words that were to leave: other words ask anew
  template_id bigint not null references template,
  asked_by    bigint not null references member,
  asked_at    timestamptz not null,
  decided_by  bigint references member,
  decided_at  timestamptz,
  outcome     text check (outcome in ('approved', 'refused', 'withdrawn')),
  word        text check (length(word) between 1 and 500),
  check ((decided_at is null) = (outcome is null))
);
create unique index activation_open on activation (rung) where decided_at is null;

-- Letters that marketing sent to itself to look at: never a letter, never counted. The words name a real customer, so they go with
-- him when he is erased; null: a customer of whom nothing is known.
create table test_letter (
  id        bigint generated always as identity primary key,
  member_id bigint not null references member,
  rung      integer not null references rung,
  lapse_id  bigint references lapse,
  address   text not null,
  subject   text,
  html      text,
  text      text,
  -- what the mail server said; null: it stayed on this machine
  reply     text,
  sent_at   timestamptz not null
);
create index test_letter_member on test_letter (member_id, sent_at);
create index test_letter_lapse on test_letter (lapse_id) where lapse_id is not null;

-- Pictures and downloads of letters (LET-16, LET-20): each was looked into and, where it can be, written anew before it
-- came here. What an address shows never changes, so a name and an address are given once, also to what was removed.
create table letter_file (
  id         bigint generated always as identity primary key,
  -- by which the words of a letter name it
  name       text not null unique check (name ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  -- what is read where the picture is not seen; of a download what it is
  words      text not null check (words <> '' and length(words) <= 200),
  kind       text not null check (kind in ('png', 'jpg', 'gif', 'webp', 'pdf')),
  width      integer check (width > 0),
  height     integer check (height > 0),
  content    bytea not null,
  -- hash of the content: nobody finds it who was not given it, and it says nothing about who asks
  address    text not null unique check (address ~ '^[A-Za-z0-9_-]{22}$'),
  removed_at timestamptz,
  check ((kind = 'pdf') = (width is null) and (width is null) = (height is null))
);
-- it is compressed by its own kind
alter table letter_file alter column content set storage external;
