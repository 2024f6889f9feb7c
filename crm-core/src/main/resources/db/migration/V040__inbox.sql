-- What comes back of letters: mails that could not be delivered, complaints, automatic replies, answers; and who may be
-- told to have looked.

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
  settled_by  bigint references member,
  settled_at  timestamptz,
  read_at     timestamptz not null default clock_timestamp()
);
create index arrival_letter on arrival (letter_id) where letter_id is not null;
create index arrival_unmatched on arrival (id) where state = 'unmatched';
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
  worked_at  timestamptz,
  read       bigint not null default 0,
  fault      text
);
insert into mailbox_watch default values;

-- A rung whose letters too many readers called spam: its letters wait for a person from then on.
create table rung_pause (
  rung       integer not null,
  paused_at  timestamptz not null default clock_timestamp(),
  complaints integer not null,
  letters    integer not null,
  primary key (rung, paused_at)
);

create index letter_resent on letter (resend_of) where resend_of is not null;
