-- People who use the program, and what they did.
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
  version        bigint not null default 0
);

-- One row for each thing a person or a rule decided; written in the same transaction as the act.
create table audit (
  id         bigint generated always as identity primary key,
  at         timestamptz not null default clock_timestamp(),
  -- null: done by the program itself
  member_id  bigint references member,
  action     text not null,
  subject    text not null,
  subject_id bigint,
  detail     jsonb not null default '{}'
);
create index audit_subject on audit (subject, subject_id, id);

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
  letterhead_version bigint not null default 0
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
