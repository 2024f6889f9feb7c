-- Who wins whom back: the programme, handing over, plans, visits and campaigns.

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

-- The customers of a handover.
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

-- Its losses.
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

-- Its tasks.
create table handover_task (
  handover_id bigint not null references handover,
  task_id     bigint not null references task,
  was         bigint not null references member,
  -- null: nobody could take it and it ended
  became      bigint references member,
  primary key (handover_id, task_id)
);
create index handover_task_task on handover_task (task_id);

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

-- DEC-35: the steps of plans that went to somebody else when their member left, so that they go back with him.
create table handover_step (
  handover_id bigint not null references handover,
  step_id     bigint not null references plan_step,
  was         bigint not null references member,
  became      bigint not null references member,
  primary key (handover_id, step_id)
);
create index handover_step_step on handover_step (step_id);

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
-- one visit ahead of us for each loss; a second one would take the rep's meeting from the first
create unique index visit_one on visit (lapse_id) where done_at is null and cancelled_at is null;

-- OPS-02: a list of losses that a team works in a period, with what it may offer, spend and earn.
create table campaign (
  id          bigint generated always as identity primary key,
  title       text not null check (length(trim(title)) between 1 and 120),
  state       text not null default 'draft' check (state in ('draft', 'running', 'ended')),
  -- OPS-01: who answers for it, and as what
  lead_id     bigint not null references member,
  lead_post   text check (length(trim(lead_post)) between 1 and 80),
  starts_on   date not null,
  ends_on     date not null,
  -- what may be offered, in words, and the highest discount in percent
  offers      text check (length(offers) <= 500),
  most_percent integer check (most_percent between 0 and 100),
  -- in the firm's currency
  budget      numeric(14, 2) check (budget >= 0),
  -- CAL-35: percent of the first orders of who came back, for who won him back; and what else is promised
  bonus_percent numeric(5, 2) check (bonus_percent between 0 and 100),
  incentive   text check (length(incentive) <= 500),
  -- percent of the losses that are kept back to compare with
  control     integer not null default 0 check (control between 0 and 90),
  created_by  bigint not null references member,
  created_at  timestamptz not null,
  -- when its losses were last given to the team, so that this can be taken back
  shared_at   timestamptz,
  removed_at  timestamptz,
  version     bigint not null default 0,
  -- until when somebody shares it out, by the database's clock
  share_until timestamptz,
  check (ends_on >= starts_on)
);

-- The team of a campaign.
create table campaign_member (
  campaign_id bigint not null references campaign,
  member_id   bigint not null references member,
  primary key (campaign_id, member_id)
);

-- The list, frozen when it was put in.
create table campaign_lapse (
  campaign_id bigint not null references campaign,
  lapse_id    bigint not null references lapse,
  customer_id bigint not null references customer,
  added_at    timestamptz not null,
  -- what was drawn when the campaign began, or when the loss came to it later; held: it was not due, and why
  arm         text check (arm in ('treated', 'control', 'held')),
  held_reason text check (held_reason in ('closed', 'in_work', 'elsewhere', 'inactive')),
  drawn_on    date,
  -- by which step (lapse_event) a loss was given to the team last, so that the undo of the sharing takes back that one alone
  given_step  bigint,
  primary key (campaign_id, lapse_id),
  check ((arm is null) = (drawn_on is null) and (arm is not distinct from 'held') = (held_reason is not null))
);
create index campaign_lapse_lapse on campaign_lapse (lapse_id);
create index campaign_lapse_customer on campaign_lapse (customer_id);
create index campaign_lapse_kept on campaign_lapse (drawn_on) where arm = 'control';
