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
  version     bigint not null default 0
);
insert into sending default values;

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

alter table letter
  -- which receiver the letter goes to; found at the first claim, again at each one that takes it
  add column mail_group text,
  -- refused for good because of the mailbox, of its content, or it could not be written
  add column refusal text check (refusal in ('mailbox', 'content', 'unwritten'));
drop index letter_planned;
create index letter_planned on letter (mail_group, next_attempt_at nulls first, id) where state = 'PLANNED';
-- What does not wait behind the ladder: confirmations of what was agreed, reminders of carts.
create index letter_urgent on letter (mail_group, next_attempt_at nulls first, id) where state = 'PLANNED' and rung in (-5, -11, -12, -13);
-- Its condition names no state: while few letters are on their way, a plan made then would read this index from end to end
-- for each announcement and each answer, and be kept.
drop index letter_mailbox;
create index letter_mailbox on letter (address_hash) where address_hash is not null;
-- the last of a rung, and how many went today
create index letter_ended on letter (rung, ended_at desc) where state in ('SENT', 'FAILED', 'IN_DOUBT');

-- What letters of one kind have in common; each keeps only its words (split by U+001F), which stand between the pieces. Kept whole,
-- ten kilobytes of which all but some hundred bytes were the same took a sixth of what a letter costs the database.
create table letter_frame (
  id          bigint generated always as identity primary key,
  -- of what stands in it
  key         text not null unique,
  html        text[] not null,
  -- the number of the word behind each piece but the last
  html_places integer[] not null,
  text        text[] not null,
  text_places integer[] not null
);
alter table letter
  -- html and text stay empty then; without a foreign key, frames stay for ever
  add column frame_id bigint,
  add column words    text;

create function framed(pieces text[], places integer[], words text) returns text immutable parallel safe language sql return
  (select string_agg(p.piece || coalesce((string_to_array(words, E'\x1f'))[places[p.nr]], ''), '' order by p.nr)
     from unnest(pieces) with ordinality p(piece, nr));

-- What the reader of a letter got.
create view sent_words as
select e.id as letter_id, e.subject,
       case when e.words is null then e.html else framed(f.html, f.html_places, e.words) end as html,
       case when e.words is null then e.text else framed(f.text, f.text_places, e.words) end as text
  from letter e
  left join letter_frame f on f.id = e.frame_id;

alter table rung
  add column daily_cap integer check (daily_cap between 1 and 10000000),
  -- the program stopped it, and why; a person lets it go on
  add column paused_at timestamptz,
  add column paused_because text check (paused_because in ('bounces', 'refusals', 'complaints')),
  add column resumed_at timestamptz;

-- Refusals because the mailbox is full: three in 30 days and it counts as dead. By the hash alone, as the stop list.
create table full_mailbox (
  address_hash text not null,
  refused_at   timestamptz not null,
  letter_id    bigint not null,
  primary key (address_hash, refused_at, letter_id)
);

-- Each announcement has a number; a node notes the last one beside itself. A database that is behind a node's note has lost
-- announcements (a backup was restored), and letters that are planned in it may have left already.
create sequence announcement;
alter table letter
  -- of the last announcement; the highest says up to where this database knows (a sequence itself runs ahead in its log)
  add column announcement bigint;
create index letter_announcement on letter (announcement) where announcement is not null;
alter table relay
  -- one letter is on its way to see whether the pause may end
  add column trying boolean not null default false,
  -- the highest number that a node knows of and this database does not
  add column noted bigint,
  -- up to here a person has looked at what was lost
  add column confirmed bigint not null default 0;

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
