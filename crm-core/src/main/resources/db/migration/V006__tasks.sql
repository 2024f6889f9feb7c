create table task (
  id          bigint generated always as identity primary key,
  lapse_id    bigint not null references lapse,
  customer_id bigint not null references customer,
  member_id   bigint not null references member,
  kind        text not null check (kind in ('call', 'call_back', 'meeting', 'promise', 'thank_you', 'data_care', 'far_contact')),
  state       text not null check (state in ('open', 'done', 'cancelled')),
  due_on      date not null,
  -- a time agreed with the customer; null: any time of the day
  due_at      timestamptz,
  -- a repeated attempt is made in another part of the day than the one before; null: any
  part        text check (part in ('morning', 'midday', 'afternoon')),
  attempt     integer not null default 1 check (attempt >= 1),
  aim         text,
  -- work of a lapse in money a year: the order of the queue
  weight      numeric(16, 2) not null default 0,
  closed_at   timestamptz,
  -- cancelled because its lapse ended: it comes back with the lapse
  ended_with_lapse boolean not null default false,
  -- cancelled because nobody had its lapse: it comes back with the next assignee
  ended_by_queue boolean not null default false,
  -- the contact of a file or a program that it follows from: it ends when nobody tells that any more
  told_contact bigint,
  created_at  timestamptz not null default clock_timestamp(),
  version     bigint not null default 0
);
-- one open task of a kind for a lapse: planning twice plans once
create unique index task_open on task (lapse_id, kind) where state = 'open';
create index task_queue on task (member_id, due_on, id) where state = 'open';
create index task_customer on task (customer_id, id);
create index task_queued on task (lapse_id, kind) where ended_by_queue;

create table call (
  id          bigint generated always as identity primary key,
  task_id     bigint not null references task,
  lapse_id    bigint not null references lapse,
  customer_id bigint not null references customer,
  member_id   bigint not null references member,
  result      text not null,
  note        text not null default '',
  -- of the card it was sent from: the same form twice is one call
  form        text,
  reason      text,
  severity    integer check (severity between 1 and 5),
  promise     text,
  next_on     date,
  next_task_id bigint references task,
  contact_id  bigint,
  called_at   timestamptz not null,
  -- what the lapse and the task were before: an undo puts it back
  before      jsonb not null default '{}',
  undone_at   timestamptz
);
create unique index call_form on call (task_id, form) where undone_at is null;
create index call_lapse on call (lapse_id, id);
create index call_member on call (member_id, called_at);

-- A note as typed, kept from the first letter on.
create table note_draft (
  member_id bigint not null references member,
  task_id   bigint not null references task on delete cascade,
  note      text not null,
  saved_at  timestamptz not null default clock_timestamp(),
  primary key (member_id, task_id)
);
