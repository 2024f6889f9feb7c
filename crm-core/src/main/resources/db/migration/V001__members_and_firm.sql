-- Who uses the program and what acts for them, and the firm itself with what holds for all of it.

-- People who use the program.
create table member (
  id             bigint generated always as identity primary key,
  login          text not null unique check (login = lower(login) and login <> ''),
  name           text not null check (name <> ''),
  email          text,
  role           text not null check (role in ('ADMIN', 'MANAGER', 'REP', 'MARKETING')),
  password_hash  text not null,
  active         boolean not null default true,
  -- calls a day that the night plans for this member
  capacity       integer not null default 12 check (capacity between 0 and 200),
  -- null: the firm's zone
  zone           text,
  theme          text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  density        text not null default 'comfortable' check (density in ('comfortable', 'compact')),
  single_keys    boolean not null default true,
  created_at     timestamptz not null default clock_timestamp(),
  version        bigint not null default 0,
  -- DEC-24, DEC-25: everybody counts as senior until somebody says otherwise, or a firm that says nothing had nobody for its best
  seniority      text not null default 'SENIOR' check (seniority in ('NOVICE', 'REGULAR', 'SENIOR')),
  -- CAL-34: the branch he works for; customers who move to it go to him
  region         text check (length(region) between 1 and 80),
  -- who gets his customers when he leaves
  deputy_id      bigint references member check (deputy_id <> id),
  -- a member's own switch; only managers get it
  weekly_letter  boolean not null default true
);

-- Keys of programs that act for a member, who is never able to do less than they are. The secret itself is nowhere:
-- 32 random bytes need no slow hash, a plain SHA-256 cannot be turned round.
create table api_key (
  id           bigint generated always as identity primary key,
  member_id    bigint not null references member,
  name         text not null check (length(name) between 1 and 100),
  prefix       text not null unique check (prefix ~ '^[a-z0-9]{8}$'),
  secret_hash  bytea not null check (length(secret_hash) = 32),
  -- one word or several, as in OAuth: 'read', 'facts work'
  scopes       text not null check (scopes ~ '^(read|facts|work|letters|admin)( (read|facts|work|letters|admin))*$'),
  -- the last day it works
  expires_on   date,
  created_at   timestamptz not null,
  -- to the minute, so that a busy key does not write with every call
  last_used_at timestamptz,
  revoked_at   timestamptz,
  version      bigint not null default 0
);
create index api_key_member on api_key (member_id, id);

-- A call that was answered under an Idempotency-Key: the same key with the same body gets the same answer.
create table idempotency (
  member_id  bigint not null references member,
  key        text not null check (length(key) between 1 and 200),
  body_hash  text not null,
  created    bigint not null default 0,
  changed    bigint not null default 0,
  same       bigint not null default 0,
  -- of calls that tell no facts: the answer as it went out, for a day; 0: not answered yet, null: a call that tells facts
  status     integer,
  location   text,
  etag       text,
  media_type text,
  body       bytea,
  created_at timestamptz not null default clock_timestamp(),
  primary key (member_id, key)
);
create index idempotency_answered on idempotency (created_at) where status is not null;

-- Checks of a password in the last hour, by account, address or known device, for all nodes and over restarts (hold.md T44).
-- The key is a hash: logins that nobody has are typed too, passwords among them, and an address is personal.
create table password_check (
  key     text primary key,
  -- one moment for each check that was not right, the latest last
  at      timestamptz[] not null,
  last_at timestamptz not null
);
create index password_check_old on password_check (last_at);

-- A member's appointments for his own calendar: the address holds a secret of which the hash is kept.
create table calendar_feed (
  member_id bigint primary key references member,
  prefix    text not null unique,
  hash      bytea not null,
  made_at   timestamptz not null
);

-- A list with its filter and order under a name. What was typed into a search box is not kept: it may name a person.
create table saved_view (
  id         bigint generated always as identity primary key,
  member_id  bigint not null references member,
  name       text not null check (length(trim(name)) between 1 and 60),
  path       text not null check (path in ('/lost', '/customers')),
  query      text not null check (length(query) <= 1000),
  -- everybody sees it; its owner alone changes it
  shared     boolean not null default false,
  position   integer not null,
  removed    boolean not null default false,
  version    bigint not null default 0
);
create index saved_view_member on saved_view (member_id, position) where not removed;

-- The letter that a manager gets on Monday about the week before: one row for each of them and each week, written before it leaves, so
-- that two nodes cannot send it twice (rules.md, "twice").
create table weekly_letter (
  member_id  bigint not null references member,
  -- the Monday on which it leaves
  week       date not null check (extract(isodow from week) = 1),
  -- sending: a node has it, or died with it; waiting: the relay did not take it and it is tried again; ended: it is not tried again
  state      text not null check (state in ('sending', 'sent', 'waiting', 'ended')),
  claimed_at timestamptz not null,
  retry_at   timestamptz,
  reply      text,
  primary key (member_id, week),
  check ((state = 'waiting') = (retry_at is not null))
);

-- One row: the firm as it signs its letters, and the switch that stops all sending.
create table firm (
  id              integer primary key default 1 check (id = 1),
  name            text not null default '',
  postal_address  text not null default '',
  phone           text not null default '',
  email           text not null default '',
  website         text not null default '',
  sending_stopped boolean not null default false,
  sending_stopped_by text,
  set_up          boolean not null default false,
  demo            boolean not null default false,
  letterhead_version bigint not null default 0,
  -- LET-10: the head of every letter has the firm's picture, its foot the places where one can follow it, one a line: name and address
  logo_url        text not null default '',
  social          text not null default '',
  -- which database this is, in all its backups too: the list of erasures beside it is known by it
  identity        uuid not null default gen_random_uuid(),
  -- something stands in the list: a node that does not find it may be on a restored backup, and does not start
  erasures_begun  boolean not null default false,
  -- in which the program's own words of a letter stand (the way out, days) where its words are everybody's, and the pages behind its links
  -- speak (decision 920)
  letter_language text not null default 'en' check (letter_language ~ '^[a-z]{2}$')
);
insert into firm default values;

-- Keys that sign the links in letters; the newest signs, all of them check.
create table signing_key (
  id         smallint generated always as identity primary key,
  secret     bytea not null check (length(secret) = 32),
  created_at timestamptz not null default clock_timestamp()
);
-- the first key: 244 bits of the server's strong random numbers
insert into signing_key (secret) values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- For how many days a class of data is kept, where the firm has said otherwise than what is shipped.
create table retention_rule (
  kind text primary key,
  days integer not null check (days between 1 and 3650)
);

-- What each night has deleted, in counts: the proof that it was.
create table retention_report (
  day  date not null,
  kind text not null,
  rows bigint not null check (rows > 0),
  primary key (day, kind)
);
