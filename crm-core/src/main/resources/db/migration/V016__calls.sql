-- What to say in a call, what came of it, and what was agreed.

-- CAL-23 to CAL-26, CAL-39, OPS-08, OPS-09: the texts that are shipped stand in the program. A row is one version of one
-- text as the firm changed it, for ever; the highest number is in force.
create table script_text (
  sort      text not null check (sort in ('script', 'question', 'objection', 'avoid', 'tip', 'anger', 'compare', 'fits',
                                          'advice')),
  code      text not null check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(code) <= 48),
  number    integer not null check (number > 0),
  member_id bigint not null references member,
  saved_at  timestamptz not null,
  -- null: the shipped text again
  body      jsonb,
  primary key (sort, code, number)
);

-- The sheet of a call: every field of the card by its name as it was typed, the ticks of the steps among them. It stays when
-- the call is logged, because the aim and the summary (CAL-03, CAL-13) belong to it and an undo brings it back.
create table call_sheet (
  task_id   bigint not null references task on delete cascade,
  member_id bigint not null references member,
  fields    jsonb not null,
  saved_at  timestamptz not null,
  primary key (task_id, member_id)
);

-- What a rep did, and what came of it.
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
  undone_at   timestamptz,
  -- an outcome of the list that lies within one of the sixteen (CAL-18, CAL-20, DET-14)
  detail      text check (detail in ('gatekeeper', 'message', 'refused', 'ended', 'unreachable')),
  -- CAL-34: the handover that a call has made, so that it is taken back with the call
  handover_id bigint references handover
);
create unique index call_form on call (task_id, form) where undone_at is null;
create index call_lapse on call (lapse_id, id);
create index call_member on call (member_id, called_at);
-- when a customer was called last: each row of the queue asks
create index call_customer on call (customer_id, called_at desc);
-- who talked in a period, with what is counted of it
create index call_called on call (called_at) include (member_id, result, customer_id, undone_at);

-- CAL-02: how many contacts a loss gets, fixed with its first call; raised by people, never lowered.
create table contact_plan (
  lapse_id  bigint primary key references lapse,
  planned   integer not null check (planned between 1 and 60),
  -- the call that fixed it; taken back with it unless somebody has raised it
  call_id   bigint references call,
  raised_by bigint references member,
  raised_at timestamptz
);

-- The calls that a loss has had, whichever record of the customer they were made for; one that was taken back is none. In
-- plpgsql, which keeps its plan: one in SQL is planned by each statement that names it (1 to 3 ms).
create function calls_made(lapse bigint) returns integer stable parallel safe language plpgsql as $$
begin
  return (select count(*)::integer from call k where k.lapse_id in (select parts_of(calls_made.lapse)) and k.undone_at is null);
end $$;

-- The contacts that a loss gets: as fixed or raised, the most of its parts, else by the class of the customer.
create function planned_contacts(lapse bigint) returns integer stable parallel safe language plpgsql as $$
begin
  return coalesce(
           (select max(p.planned) from contact_plan p where p.lapse_id in (select parts_of(planned_contacts.lapse))),
           (select case when g.abc = 'A' or g.vip then s.plan_a when g.abc = 'B' then s.plan_b else s.plan_other end
              from work_setting s
              cross join lapse l
              left join customer_category g on g.customer_id = l.customer_id
             where l.id = planned_contacts.lapse));
end $$;

-- A complaint told on the telephone: the loss waits until service has resolved it, then its rep is told by a task.
create table complaint_wait (
  call_id      bigint primary key references call,
  lapse_id     bigint not null references lapse,
  complaint_id bigint not null,
  solved_at    timestamptz
);
create index complaint_wait_open on complaint_wait (lapse_id) where solved_at is null;

-- CAL-14: what was agreed on the telephone, in writing; written by who called, sent once by the outbox of all letters.
create table confirmation (
  call_id     bigint primary key references call,
  lapse_id    bigint not null references lapse,
  customer_id bigint not null references customer,
  member_id   bigint not null references member,
  subject     text not null check (length(subject) <= 150),
  body        text not null check (length(body) <= 10000),
  written_at  timestamptz not null,
  -- nobody needs it
  dropped_at  timestamptz
);
create index confirmation_customer on confirmation (customer_id);

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
