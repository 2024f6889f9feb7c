-- Who wins whom back: seniority of members, handing over, a pause after a hot conflict, visits with the manager, his word on
-- a call, and the written plan.

alter table member
  -- DEC-24, DEC-25: everybody counts as senior until somebody says otherwise, or a firm that says nothing had nobody for its best
  add column seniority text not null default 'SENIOR' check (seniority in ('NOVICE', 'REGULAR', 'SENIOR')),
  -- CAL-34: the branch he works for; customers who move to it go to him
  add column region    text check (length(region) between 1 and 80),
  -- who gets his customers when he leaves
  add column deputy_id bigint references member check (deputy_id <> id);

-- OPS-01: one row: who answers for winning customers back, and the numbers of the team.
create table programme (
  id             integer primary key default 1 check (id = 1),
  owner_id       bigint references member,
  -- what he is in the firm: the program asks a person, not a post
  owner_title    text check (length(owner_title) between 1 and 120),
  -- DEC-36: days of pause that are proposed after a hot conflict
  cooling_days   integer not null default 3 check (cooling_days between 1 and 60),
  -- an open loss is untouched when nobody acted for so many days
  untouched_days integer not null default 7 check (untouched_days between 1 and 365),
  version        bigint not null default 0
);
insert into programme default values;

alter table lapse
  -- DEC-24: a newcomer works on it together with this manager
  add column joint_with bigint references member,
  -- DEC-36: no first contact before this day
  add column not_before date;

-- DEC-37: customers we refuse to work with, with who said so and why; the newest that stands counts.
create table non_client (
  id          bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  origin_id   bigint,
  reason      text check (length(reason) between 1 and 500),
  member_id   bigint not null references member,
  said_at     timestamptz not null,
  undone_by   bigint references member,
  undone_at   timestamptz
);
create index non_client_customer on non_client (customer_id, id);

-- DEC-23, DEC-26, CAL-34: customers and losses that went from one person to another at once: what each was and became, so that
-- it can be taken back as long as nothing else has happened to them.
create table handover (
  id         bigint generated always as identity primary key,
  kind       text not null check (kind in ('left', 'transfer', 'swap', 'moved')),
  -- free words of who handed over; those of a transfer may name the customer and go with him
  reason     text not null default '' check (length(reason) <= 500),
  -- who leaves; null: nobody does
  leaver_id  bigint references member,
  member_id  bigint references member,
  made_at    timestamptz not null,
  undone_by  bigint references member,
  undone_at  timestamptz
);
create table handover_customer (
  id              bigint generated always as identity primary key,
  handover_id     bigint not null references handover,
  customer_id     bigint not null references customer,
  origin_id       bigint,
  owner_was       bigint references member,
  owner_since_was date,
  owner_became    bigint references member
);
create index handover_customer_of on handover_customer (handover_id, customer_id);
create index handover_customer_customer on handover_customer (customer_id, id);
create table handover_lapse (
  handover_id  bigint not null references handover,
  lapse_id     bigint not null references lapse,
  was          bigint references member,
  became       bigint references member,
  -- on what terms he had it: words of a manager, and who worked on it with him
  override_was text,
  joint_was    bigint references member,
  primary key (handover_id, lapse_id)
);
create index handover_lapse_lapse on handover_lapse (lapse_id);
create table handover_task (
  handover_id bigint not null references handover,
  task_id     bigint not null references task,
  was         bigint not null references member,
  -- null: nobody could take it and it ended
  became      bigint references member,
  primary key (handover_id, task_id)
);
create index handover_task_task on handover_task (task_id);

-- CAL-29: a manager visits a lost customer together with the rep.
create table visit (
  id           bigint generated always as identity primary key,
  lapse_id     bigint not null references lapse,
  customer_id  bigint not null references customer,
  manager_id   bigint not null references member,
  rep_id       bigint not null references member,
  starts_at    timestamptz not null,
  -- what the manager wants to learn there
  questions    text check (length(questions) between 1 and 2000),
  task_id      bigint references task,
  -- what came of it: null until they were there
  listened     text check (length(listened) between 1 and 4000),
  summary      text check (length(summary) between 1 and 2000),
  done_at      timestamptz,
  cancelled_at timestamptz,
  made_at      timestamptz not null
);
create index visit_lapse on visit (lapse_id, id);
create index visit_customer on visit (customer_id);
create index visit_open on visit (starts_at, id) where done_at is null and cancelled_at is null;

-- CAL-30: a manager's word on a call: positive, interesting, negative.
create table pin_note (
  id          bigint generated always as identity primary key,
  call_id     bigint not null references call,
  lapse_id    bigint not null references lapse,
  customer_id bigint not null references customer,
  -- whose call it was
  rep_id      bigint not null references member,
  member_id   bigint not null references member,
  positive    text check (length(positive) between 1 and 1000),
  interesting text check (length(interesting) between 1 and 1000),
  negative    text check (length(negative) between 1 and 1000),
  written_at  timestamptz not null,
  seen_at     timestamptz,
  undone_at   timestamptz
);
create index pin_note_rep on pin_note (rep_id, id desc) where undone_at is null;
create index pin_note_call on pin_note (call_id);
create index pin_note_lapse on pin_note (lapse_id);
create index pin_note_customer on pin_note (customer_id);

-- DEC-35: the plan of a loss: what, who, when, done.
create table plan_step (
  id          bigint generated always as identity primary key,
  lapse_id    bigint not null references lapse,
  customer_id bigint not null references customer,
  -- null: the person was erased
  what        text check (length(what) between 1 and 500),
  member_id   bigint not null references member,
  due_on      date not null,
  made_by     bigint not null references member,
  made_at     timestamptz not null,
  done_by     bigint references member,
  done_at     timestamptz,
  removed_at  timestamptz
);
create index plan_step_lapse on plan_step (lapse_id, due_on, id) where removed_at is null;
create index plan_step_open on plan_step (member_id, due_on, id) where removed_at is null and done_at is null;
create index plan_step_customer on plan_step (customer_id);
