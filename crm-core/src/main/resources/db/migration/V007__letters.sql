create table template (
  id          bigint generated always as identity primary key,
  -- 0: the letter of repentance; 1 … the ladder
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
  unique (rung, version)
);

create table rung (
  number      integer primary key check (number >= 0),
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
  version     bigint not null default 0
);

create table letter (
  id              bigint generated always as identity primary key,
  lapse_id        bigint not null references lapse,
  customer_id     bigint not null references customer,
  rung            integer not null,
  state           text not null check (state in ('PLANNED', 'HELD', 'CLAIMED', 'ANNOUNCED', 'SENT', 'FAILED', 'IN_DOUBT', 'SUPPRESSED', 'CONTROL')),
  -- why a due letter does not leave (acceptance.md, the hold table)
  hold_reason     text,
  hold_until      timestamptz,
  percent         integer not null,
  template_id     bigint not null references template,
  due_on          date not null,
  -- a person let it go
  released_by     bigint references member,
  released_at     timestamptz,
  -- what was really sent
  address         text,
  address_hash    text,
  subject         text,
  html            text,
  text            text,
  -- fixed for the letter; one that a person sends again has the id of the first, so that a receiver can drop it
  message_id      text,
  -- the claim: which node until when, by the database clock
  node            text,
  lease_until     timestamptz,
  attempts        integer not null default 0,
  next_attempt_at timestamptz,
  planned_at      timestamptz not null default clock_timestamp(),
  claimed_at      timestamptz,
  announced_at    timestamptz,
  sent_at         timestamptz,
  ended_at        timestamptz,
  smtp_code       integer,
  smtp_reply      text,
  -- a person sent an in-doubt letter again: the first one, the person and the reason
  resend_of       bigint references letter,
  resend_by       bigint references member,
  resend_reason   text,
  version         bigint not null default 0
);
-- a rung at most once per lapse, whatever the code does
create unique index letter_once on letter (lapse_id, rung) where resend_of is null;
create unique index letter_message_id on letter (message_id) where resend_of is null;
create index letter_planned on letter (next_attempt_at nulls first, id) where state = 'PLANNED';
create index letter_claimed on letter (lease_until) where state in ('CLAIMED', 'ANNOUNCED');
create index letter_state on letter (state, id);
create index letter_held on letter (hold_until) where state = 'HELD';
create index letter_customer on letter (customer_id, id);
-- one mailbox: a rung once in 60 days, the caps (letters.md)
create index letter_mailbox on letter (address_hash) where state in ('CLAIMED', 'ANNOUNCED', 'SENT', 'IN_DOUBT');

create table coupon (
  code        text primary key check (length(code) = 10),
  letter_id   bigint not null unique references letter,
  customer_id bigint not null references customer,
  lapse_id    bigint not null references lapse,
  percent     integer not null check (percent between 0 and 100),
  valid_until date not null,
  redeemed_at timestamptz,
  purchase_id bigint,
  void_at     timestamptz
);

-- Letters of the built-in mailbox: what would have left the machine.
create table mailbox_letter (
  id          bigint generated always as identity primary key,
  letter_id   bigint not null references letter,
  message_id  text not null,
  sender      text not null,
  recipient   text not null,
  subject     text not null,
  message     bytea not null,
  received_at timestamptz not null
);

-- The relay as the nodes see it: closed (all is well), or open until the given time.
create table relay (
  id          integer primary key default 1 check (id = 1),
  failures    integer not null default 0,
  paused_until timestamptz,
  -- a person must act: the sender or the password is refused
  needs_person boolean not null default false,
  message     text
);
insert into relay default values;
