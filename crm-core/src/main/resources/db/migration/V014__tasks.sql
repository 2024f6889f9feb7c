-- What a rep is to do and when people work.

-- How people work (OPS-06): one row.
create table work_setting (
  id                integer primary key default 1 check (id = 1),
  -- contacts planned for a loss: A and VIPs, B, everybody else
  plan_a            integer not null default 6 check (plan_a between 1 and 60),
  plan_b            integer not null default 5 check (plan_b between 1 and 60),
  plan_other        integer not null default 4 check (plan_other between 1 and 60),
  -- after so many days without an answer a letter makes a call of a loss whose contacts are used up
  letter_days       integer not null default 7 check (letter_days between 1 and 90),
  -- percent of the first orders of those whom a rep has won back that is his (CAL-35)
  incentive_percent numeric(5, 2) not null default 2 check (incentive_percent between 0 and 100),
  -- hours in which letters are answered; what comes outside of them is answered before noon (LET-22)
  opens             time not null default '09:00',
  closes            time not null default '18:00',
  -- hours in which people are called, by their own clock (CAL-07)
  call_from         time not null default '09:00',
  call_until        time not null default '19:00',
  check (opens < '12:00' and closes > '12:00'),
  check (call_until - call_from >= interval '2 hours')
);
insert into work_setting default values;

-- The share of a return is that of its day (CAL-35): what it was before the days on which it was changed.
create table former_incentive (
  until   date primary key,
  percent numeric(5, 2) not null
);

-- The shares with the days from which and until which they hold.
create view incentive as
select coalesce(lag(x.until) over (order by x.until), '-infinity') as since, x.until, x.percent
  from (select until, percent from former_incentive
        union all
        select 'infinity', incentive_percent from work_setting) x;

-- Days on which nobody has to answer, beside Saturday and Sunday.
create table holiday (
  day  date primary key,
  name text not null default '' check (length(name) <= 80)
);

-- What a rep is to do.
create table task (
  id          bigint generated always as identity primary key,
  lapse_id    bigint not null references lapse,
  customer_id bigint not null references customer,
  member_id   bigint not null references member,
  -- the kinds of tasks are words of the program, which knows them
  kind        text not null check (kind ~ '^[a-z][a-z0-9_]{1,29}$'),
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
  version     bigint not null default 0,
  -- where we meet (CAL-28)
  place       text check (length(place) <= 200),
  -- who has the card before him, by the database clock: no other member gets the customer meanwhile
  leased_by   bigint references member,
  leased_until timestamptz,
  -- from which day and time a pause has moved the call, and to which day: what was moved again since is no work of the pause
  paused_from date,
  paused_from_at timestamptz,
  paused_to   date,
  -- who had a promise before it went to whoever works on the loss that its own became part of
  member_before bigint references member,
  touched     xid8 generated always as (this_transaction(num_nulls(lapse_id, member_id, state, due_on))) stored,
  -- it ended because we refused the customer, and comes back when we work with him again
  ended_with_customer boolean not null default false,
  -- what a call was before an offer moved it, and where to: when the offer is taken back within that, it is so again
  before_offer jsonb,
  -- what a call was before a manager ordered it for a day, what he ordered and by which job: within that, it is so again when
  -- he takes the job back
  before_order jsonb
);
alter table task alter column touched set (n_distinct = -1);
-- one open task of a kind for a lapse: planning twice plans once
create unique index task_open on task (lapse_id, kind) where state = 'open';
create index task_queue on task (member_id, due_on, id) where state = 'open';
create index task_customer on task (customer_id, id);
create index task_queued on task (lapse_id, kind) where ended_by_queue;
create index task_lease on task (customer_id) where leased_by is not null;
-- the queue in its order; everybody's too
create index task_queue_order on task (member_id, due_on, weight desc, id) where state = 'open';
create index task_due on task (due_on, weight desc, id) where state = 'open';
-- the next open task of a loss: few rows, found in two pages
create index task_next on task (lapse_id, due_on) where state = 'open';
create index task_touched on task (touched);
-- what a member has done today, which is read anew after each outcome
create index task_done on task (member_id, closed_at) where state = 'done';

-- What the customer expects, as TaskKind says it: kept when it is done by the end of its day.
create function promised_kind(kind text) returns boolean language sql immutable parallel safe
  return kind in ('call_back', 'meeting', 'promise', 'thank_you', 'solved');

-- A note as typed, kept from the first letter on.
create table note_draft (
  member_id bigint not null references member,
  task_id   bigint not null references task on delete cascade,
  note      text not null,
  saved_at  timestamptz not null default clock_timestamp(),
  primary key (member_id, task_id)
);

-- CAL-05: a task put off for a reason.
create table postponement (
  id           bigint generated always as identity primary key,
  task_id      bigint not null references task,
  reason       text not null check (reason in ('angry', 'tired', 'facts')),
  from_on      date not null,
  from_at      timestamptz,
  from_part    text,
  to_on        date not null,
  member_id    bigint not null references member,
  postponed_at timestamptz not null,
  undone_at    timestamptz
);
create index postponement_task on postponement (task_id, id desc);
