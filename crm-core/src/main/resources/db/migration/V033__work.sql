-- What is planned, promised and owed in the work with a customer: contacts of a loss, complaints that wait for service,
-- replies, appointments, confirmations.

alter table task drop constraint task_kind_check;
alter table task
  -- the kinds of tasks are words of the program, which knows them
  add constraint task_kind_check check (kind ~ '^[a-z][a-z0-9_]{1,29}$'),
  -- where we meet (CAL-28)
  add column place text check (length(place) <= 200),
  -- who has the card before him, by the database clock: no other member gets the customer meanwhile
  add column leased_by bigint references member,
  add column leased_until timestamptz,
  -- from which day and time a pause has moved the call, and to which day: what was moved again since is no work of the pause
  add column paused_from date,
  add column paused_from_at timestamptz,
  add column paused_to date;
create index task_lease on task (customer_id) where leased_by is not null;

alter table call
  -- an outcome of the list that lies within one of the sixteen (CAL-18, CAL-20, DET-14)
  add column detail text check (detail in ('gatekeeper', 'message', 'refused', 'ended'));

-- CAL-02: how many contacts a loss gets, fixed with its first call; raised by people, never lowered.
create table contact_plan (
  lapse_id  bigint primary key references lapse,
  planned   integer not null check (planned between 1 and 60),
  -- the call that fixed it; taken back with it unless somebody has raised it
  call_id   bigint references call,
  raised_by bigint references member,
  raised_at timestamptz
);

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
  check (opens < '12:00' and closes > '12:00')
);
insert into work_setting default values;

-- The share of a return is that of its day (CAL-35): what it was before the days on which it was changed.
create table former_incentive (
  until   date primary key,
  percent numeric(5, 2) not null
);
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

-- The contacts that a loss gets: as fixed or raised, else by the class of the customer.
create function planned_contacts(lapse bigint) returns integer stable parallel safe language sql return
  coalesce((select p.planned from contact_plan p where p.lapse_id = lapse),
           (select case when g.abc = 'A' or g.vip then s.plan_a when g.abc = 'B' then s.plan_b else s.plan_other end
              from work_setting s
              cross join lapse l
              left join customer_category g on g.customer_id = l.customer_id
             where l.id = lapse));

-- A complaint told on the telephone: the loss waits until service has resolved it, then its rep is told by a task.
create table complaint_wait (
  call_id      bigint primary key references call,
  lapse_id     bigint not null references lapse,
  complaint_id bigint not null,
  solved_at    timestamptz
);
create index complaint_wait_open on complaint_wait (lapse_id) where solved_at is null;

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

-- A member's appointments for his own calendar: the address holds a secret of which the hash is kept.
create table calendar_feed (
  member_id bigint primary key references member,
  prefix    text not null unique,
  hash      bytea not null,
  made_at   timestamptz not null
);

-- Letters that nobody has answered are looked for by their time (LET-22).
create index contact_written_in on contact (contacted_at)
  where direction = 'in' and channel in ('email', 'letter', 'sms', 'chat');

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

alter table letter
  add column confirmation_call bigint references confirmation,
  drop constraint letter_of_something,
  add constraint letter_of_something check ((invitation_id is null and confirmation_call is null) = (rung >= 0 or rung = -4)
                                            and (lapse_id is not null or invitation_id is not null));
create unique index letter_confirmation on letter (confirmation_call) where confirmation_call is not null and resend_of is null;
-- the last letter of a confirmation, the ones that were sent again among them
create index letter_confirmed on letter (confirmation_call, id) where confirmation_call is not null;

insert into template (rung, version, subject, preheader, greeting, greeting_fallback, body, button_text, button_url, signature, fallbacks)
values
(-5, 1, 'What we have agreed', 'So that both of us have it in writing',
 'Dear {{first_name}} {{last_name}},', 'Good day,',
 'Here stands what the member wrote after the talk.',
 'Our website', '', E'{{responsible}}\n{{firm}}',
 '{"first_name": "", "last_name": "", "responsible": "Your customer care"}');
-- a person has read each of them before it goes
insert into rung (number, days, percent, mode, template_id)
select -5, null, 0, 'live', id from template where rung = -5;

-- What the customer expects, as TaskKind says it: kept when it is done by the end of its day.
create function promised_kind(kind text) returns boolean language sql immutable parallel safe
  return kind in ('call_back', 'meeting', 'promise', 'thank_you', 'solved');

-- The list of complaints that service works on, the oldest first.
create index complaint_open on complaint (complained_at, id) where resolved_at is null;
create index call_called on call (called_at);
-- when a customer was called last: each row of the queue asks
create index call_customer on call (customer_id, called_at desc);
