-- What comes back of letters: bounces, complaints, replies, who looked, and who wants rest.

-- One row for each thing that came back, whoever brought it: the mailbox, or a provider's message. Who wrote and what is
-- kept only while nobody knows whose it is.
create table arrival (
  id          bigint generated always as identity primary key,
  -- what makes it the same one however often it is read: a mail's Message-ID or the hash of its bytes, a provider's event
  own_id      text not null unique,
  kind        text not null check (kind in ('bounce', 'complaint', 'auto', 'reply', 'unsubscribe', 'unknown')),
  -- done: it had its effect; ignored: it has none; unmatched: a person looks; dismissed: a person has looked
  state       text not null check (state in ('done', 'ignored', 'unmatched', 'dismissed')),
  came_at     timestamptz not null,
  letter_id   bigint references letter,
  -- of a bounce: dead, full, refused, other; and what the receiver's server said (RFC 3463)
  severity    text check (severity in ('dead', 'full', 'refused', 'other')),
  status      text,
  sender      text,
  subject     text,
  words       text,
  -- so that an answer to it keeps its thread when somebody says whose it is
  message_id  text,
  settled_by  bigint references member,
  settled_at  timestamptz,
  read_at     timestamptz not null default clock_timestamp()
);
create index arrival_letter on arrival (letter_id) where letter_id is not null;
create index arrival_unmatched on arrival (id) where state = 'unmatched';
create index arrival_settled on arrival (settled_at)
 where sender is not null or subject is not null or words is not null or message_id is not null;
create index arrival_kind on arrival (kind, came_at);
create index arrival_sender on arrival (lower(sender)) where sender is not null;

-- An answer's mail, so that ours keeps its subject and its thread (LET-23). The answer itself is a contact of the customer.
create table reply_mail (
  own_id      text primary key,
  -- without a key to the customer: an import that is taken back takes its customers along
  customer_id bigint not null,
  origin_id   bigint,
  message_id  text,
  sender      text not null,
  subject     text not null
);
create index reply_mail_customer on reply_mail (customer_id);

-- The reader of the mailbox as its page shows it.
create table mailbox_watch (
  id         integer primary key default 1 check (id = 1),
  looked_at  timestamptz,
  read       bigint not null default 0,
  -- of the last look: mails that could not be stored
  failed     integer not null default 0,
  fault      text
);
insert into mailbox_watch default values;

-- Which letters that left could tell that they were read: what clicks and openings are counted of. Told when a letter is claimed, of
-- readers who have agreed alone; without a key, because it goes with nothing but its letter.
create table letter_tells (
  letter_id bigint primary key,
  clicks    boolean not null,
  opens     boolean not null
);

-- Who looked: which link of a letter (-1: the picture, 1000: a link that no person sees), when, and why it was a machine.
-- Nothing is kept of the visitor; 50 a letter at most.
create table letter_hit (
  id        bigint generated always as identity primary key,
  letter_id bigint not null references letter,
  number    integer not null,
  at        timestamptz not null,
  -- null: a person
  machine   text check (machine in ('early', 'agent', 'prefetch', 'swarm', 'trap'))
);
create index letter_hit_letter on letter_hit (letter_id, at);

-- What the reader of a letter may ask for beside an end: no letters for 90 days, or none but those about his cart. A row
-- counts while lifted_at is null and until has not come.
create table mailbox_quiet (
  id           bigint generated always as identity primary key,
  address_hash text not null references mail_address,
  kind         text not null check (kind in ('pause', 'carts')),
  until        timestamptz,
  letter_id    bigint references letter,
  created_at   timestamptz not null default clock_timestamp(),
  lifted_at    timestamptz,
  check ((kind = 'pause') = (until is not null))
);
create unique index mailbox_quiet_open on mailbox_quiet (address_hash, kind) where lifted_at is null;
