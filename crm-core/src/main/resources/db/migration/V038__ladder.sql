-- The ladder as marketing builds it (LET-01 to LET-03): rungs come and go, each with its moment, whom it is for, what it offers and what it
-- may cost. A rung's number is its name for ever and says nothing of its place: the order is that of the moments.
alter table rung
  -- days of silence, months of silence, or multiples of the customer's own mean gap; who has no rhythm goes by days
  add column unit text not null default 'days' check (unit in ('days', 'months', 'rhythm')),
  add column amount numeric(4, 1) check (amount between 0.1 and 120),
  -- the letters of ABC that it is for; empty: everybody
  add column classes text not null default '' check (classes ~ '^[ABCD]*$'),
  -- reasons or branches of reasons that it is for; none: whatever it was
  add column reasons text[] not null default '{}',
  -- open: whoever does not prefer another channel; email: only who asked for letters; any: whatever he prefers
  add column channel text not null default 'open' check (channel in ('open', 'email', 'any')),
  -- what it gives beside or instead of the percent, in the words of the letter, and as which kind it is counted
  add column gives text check (length(trim(gives)) between 1 and 120),
  add column offer_kind text references offer_kind,
  -- worst case of all its coupons that can still be used or were, in the firm's currency
  add column budget numeric(12, 2) check (budget > 0),
  -- so many a day of those who were silent for longer than the rung is on
  add column quota integer check (quota > 0),
  -- taken off the ladder; its letters keep naming it
  add column retired_at timestamptz,
  add check ((unit = 'days') = (amount is null)),
  add check (gives is null or offer_kind is not null);

alter table letter
  -- days of silence that the letter stood for when it was planned: no letter at or below it is planned after it (I2)
  add column height integer,
  add column gives text,
  -- worst case of its coupon; known where its rung has a budget
  add column cost numeric(14, 2),
  -- the day on which a quota let it through
  add column let_on date;
create index letter_let_on on letter (let_on, rung) where let_on is not null;

alter table coupon
  add column gives text,
  -- as which kind of offer its gift is counted, also when the rung gives something else by now
  add column offer_kind text references offer_kind;

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

-- LET-10: the head of every letter has the firm's picture, its foot the places where one can follow it, one a line: name and address.
alter table firm
  add column logo_url text not null default '',
  add column social text not null default '';

-- Letters in the customer's language: null is the language that everybody else gets.
alter table template add column language text check (language ~ '^[a-z]{2}$');
create table rung_variant (
  rung        integer not null references rung,
  language    text not null check (language ~ '^[a-z]{2}$'),
  template_id bigint not null references template,
  primary key (rung, language)
);

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
