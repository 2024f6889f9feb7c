-- How much may leave and when: caps, receivers, the relay.

-- How much may leave: one row. Whoever counts against a cap locks it, so that two nodes cannot share one letter's place.
create table sending (
  id          integer primary key default 1 check (id = 1),
  -- letters a day over all rungs; null: no cap
  daily_cap   integer check (daily_cap between 1 and 10000000),
  -- a sending domain that nobody knows yet: 200 letters on this day, then twice as many each day; null: off
  warm_since  date,
  -- letters and talks that a customer gets in 30 days (I22); null: no cap
  contact_cap integer default 6 check (contact_cap between 1 and 100),
  weekdays    boolean not null default false,
  holidays    boolean not null default true,
  -- only these mailboxes, or those of these domains (@shop.example), are written to; null: no trial
  trial       text[] check (trial <> '{}'),
  version     bigint not null default 0,
  -- whether who bought, and said neither yes nor no, may get letters: the firm decides it. Null: nobody has, so what the program was
  -- started with holds (winback.mail.soft-opt-in).
  soft_opt_in boolean,
  -- how many letters a mailbox gets (letters.md, "caps"), as the firm sets it (decision 921): days between two, so many within so many days,
  -- and days in which the same letter comes once
  mailbox_gap     integer not null default 3 check (mailbox_gap between 1 and 90),
  mailbox_letters integer not null default 4 check (mailbox_letters between 1 and 100),
  mailbox_days    integer not null default 30 check (mailbox_days between 1 and 365),
  mailbox_same    integer not null default 60 check (mailbox_same between 1 and 730)
);
insert into sending default values;

-- What the firm decided of that, else what the program was started with.
create function soft_opt_in(configured boolean) returns boolean stable parallel safe language sql return
  (select coalesce(s.soft_opt_in, configured) from sending s);

-- What a customer may hear from us in 30 days over all channels: calls and letters ask the same number.
create function contact_cap() returns integer stable parallel safe language sql return
  (select coalesce(contact_cap, 2147483647) from sending);

-- When he heard from us in the 30 days before a moment; what only confirms what was agreed does not count.
create function contacts_of(of_customer bigint, moment timestamptz) returns table (at timestamptz) stable parallel safe language sql as $$
  select k.contacted_at
    from contact k
   where k.customer_id = of_customer and k.direction = 'out' and k.contacted_at > moment - interval '30 days'
  union all
  select coalesce(o.sent_at, o.announced_at)
    from letter o
   where o.customer_id = of_customer and o.confirmation_call is null
     -- as the gate of letters says it
     and o.state not in ('PLANNED', 'HELD', 'CLAIMED', 'FAILED', 'SUPPRESSED', 'CONTROL')
     and coalesce(o.sent_at, o.announced_at) > moment - interval '30 days'
$$;

-- From when on he may hear from us again; null: as soon as we want to.
create function contact_cap_until(customer bigint, moment timestamptz) returns timestamptz stable parallel safe language sql return
  (select (array_agg(o.at order by o.at desc))[contact_cap()] + interval '30 days' from contacts_of(customer, moment) o);

-- The receiver by whose patience the pace goes (letters.md, "Retries, breaker, throttle").
create function mail_group_of(address text) returns text immutable parallel safe language sql return
  case when address ~* '@(gmail|googlemail)\.com\s*$' then 'gmail'
       when address ~* '@((outlook|hotmail|live)\.(com?\.)?[a-z]{2,3}|msn\.com)\s*$' then 'microsoft'
       when address ~* '@((yahoo|aol)\.(com?\.)?[a-z]{2,3}|(ymail|rocketmail|myyahoo)\.com)\s*$' then 'yahoo'
       when address ~* '@((mail|inbox|list|bk|internet)\.ru|vk\.com)\s*$' then 'mail.ru'
       when address ~* '@(yandex\.(com?\.)?[a-z]{2,3}|ya\.ru)\s*$' then 'yandex'
       else 'other' end;

-- How fast letters go to one receiver.
create table mail_group (
  name          text primary key,
  -- letters a minute as a person wants it; null: no limit
  most          numeric check (most >= 1),
  -- letters a minute after the receiver asked for fewer, since when, and what they were before; null: as a person wants it
  rate          numeric check (rate >= 1),
  rate_since    timestamptz,
  full_rate     numeric,
  -- the letters of a limited group have been counted up to here
  counted_until timestamptz,
  held_until    timestamptz,
  -- connections closed on us (421) within the minute that began
  closings      integer not null default 0,
  closing_since timestamptz,
  reply         text
);
insert into mail_group (name) values ('gmail'), ('microsoft'), ('yahoo'), ('mail.ru'), ('yandex'), ('other');

-- Letters a minute now: what is left after a receiver asked for fewer grows by a tenth each minute.
create function mail_group_rate(g mail_group, at timestamptz) returns numeric stable language sql return
  case when g.rate is null then g.most
       when g.rate * power(1.1, least(extract(epoch from at - g.rate_since) / 60, 600)) >= g.full_rate then g.most
       else least(g.most, g.rate * power(1.1, least(extract(epoch from at - g.rate_since) / 60, 600))) end;

-- The relay as the nodes see it: closed (all is well), or open until the given time.
create table relay (
  id          integer primary key default 1 check (id = 1),
  failures    integer not null default 0,
  paused_until timestamptz,
  -- a person must act: the sender or the password is refused
  needs_person boolean not null default false,
  message     text,
  -- one letter is on its way to see whether the pause may end
  trying      boolean not null default false,
  -- the highest number that a node knows of and this database does not
  noted       bigint,
  -- up to here a person has looked at what was lost
  confirmed   bigint not null default 0
);
insert into relay default values;

-- Refusals because the mailbox is full: three in 30 days and it counts as dead. By the hash alone, as the stop list.
create table full_mailbox (
  address_hash text not null,
  refused_at   timestamptz not null,
  letter_id    bigint not null,
  primary key (address_hash, refused_at, letter_id)
);

-- The first instant with this local time, or the first valid one after a gap of the clock; the database itself takes the
-- second of two and jumps over the gap by its length (I14).
create function first_instant(local timestamp, zone text) returns timestamptz stable language sql as $$
  select case when (t.at at time zone $2) <> $1
              then (select min(m) from generate_series(t.at - interval '25 hours', t.at + interval '25 hours', interval '1 minute') m
                     where (m at time zone $2) > $1)
              else (select min(t.at - earlier)
                      from unnest(array['0', '30 minutes', '1 hour', '2 hours', '3 hours']::interval[]) earlier
                     where ((t.at - earlier) at time zone $2) = $1) end
    from (select $1 at time zone $2 as at) t
$$;
