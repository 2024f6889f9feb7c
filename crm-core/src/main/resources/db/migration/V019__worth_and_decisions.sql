-- What a loss is worth and costs, and what was decided about it, one by one or many at once.

-- What it costs to win a customer back and what is earned by it: each change is a row, the newest holds (OPS-06).
create table cost_setting (
  id             integer generated always as identity primary key,
  -- percent of the turnover that the firm keeps
  margin_percent numeric(5, 2) not null check (margin_percent > 0 and margin_percent <= 100),
  -- in the firm's currency: an hour of a rep, a letter by e-mail
  hourly_cost    numeric(10, 2) not null check (hourly_cost >= 0),
  letter_cost    numeric(10, 2) not null check (letter_cost >= 0),
  -- a call with its preparation and the attempts before it
  call_minutes   integer not null check (call_minutes between 1 and 480),
  -- paid each month, into which a loss is translated (DEC-12); null: nobody has said
  salary         numeric(12, 2) check (salary > 0),
  rent           numeric(12, 2) check (rent > 0),
  -- null: as delivered
  member_id      bigint references member,
  changed_at     timestamptz not null default clock_timestamp()
);
insert into cost_setting (margin_percent, hourly_cost, letter_cost, call_minutes) values (30, 30, 0.05, 20);

-- What the firm's own outcomes say of the chance to win somebody back, one row, fitted anew by each night.
create table win_back_fit (
  id           integer primary key default 1 check (id = 1),
  day          date not null,
  outcomes     integer not null,
  returned     integer not null,
  calibrated   boolean not null,
  coefficients double precision[] not null,
  -- row by row
  covariance   double precision[] not null,
  -- of each feature over the open lapses: what a plus and a minus are measured against
  means        double precision[] not null
);

-- What each open lapse is worth, rebuilt at any time; one that is closed keeps what it had. No foreign key: the merge joins
-- every row to its lapse.
create table lapse_worth (
  lapse_id     bigint primary key,
  customer_id  bigint not null,
  -- the chance to buy within 13 weeks without us, with us, and what the latter lies between with 90 % certainty
  unasked      numeric(5, 4) not null,
  chance       numeric(5, 4) not null,
  chance_low   numeric(5, 4) not null,
  chance_high  numeric(5, 4) not null,
  channel      text not null check (channel in ('call', 'email', 'none')),
  -- of the ladder's offer
  percent      integer not null,
  -- margin of the second life, cost of the offer if he takes it, of the time; null: no money in the firm's currency is known
  second_life  numeric(16, 2),
  offer        numeric(16, 2),
  effort       numeric(16, 2) not null,
  gain         numeric(16, 2),
  verdict      text not null,
  -- what each open lapse would best be offered: kind, and whether it is more than a rep may grant
  offer_kind   text,
  offer_asks   boolean not null default false,
  touched      xid8 generated always as
    (this_transaction(num_nulls(chance, gain, verdict, offer_kind, percent, offer, offer_asks))) stored
);
alter table lapse_worth alter column touched set (n_distinct = -1);
create index lapse_worth_customer on lapse_worth (customer_id);
create index lapse_worth_touched on lapse_worth (touched);

-- DEC-18, DEC-19: what a person says of a criterion, over what the figures say; the newest that stands counts.
create table criterion_mark (
  id          bigint generated always as identity primary key,
  lapse_id    bigint not null references lapse,
  customer_id bigint not null references customer,
  criterion   text not null,
  -- null: as the figures say
  holds       boolean,
  member_id   bigint not null references member,
  marked_at   timestamptz not null
);
create index criterion_mark_lapse on criterion_mark (lapse_id, criterion, id desc);
create index criterion_mark_customer on criterion_mark (customer_id);

-- DEC-16: what a person answered to one of the four questions; the newest counts, without words it is the filled-in one.
create table decision_answer (
  id          bigint generated always as identity primary key,
  lapse_id    bigint not null references lapse,
  customer_id bigint not null references customer,
  question    text not null check (question in ('what', 'chance', 'cost', 'loyal')),
  words       text check (length(words) between 1 and 2000),
  member_id   bigint not null references member,
  answered_at timestamptz not null
);
create index decision_answer_lapse on decision_answer (lapse_id, question, id desc);
create index decision_answer_customer on decision_answer (customer_id);

-- DEC-16: each decision about a loss with the figures by which it was taken; they change afterwards, these stay.
create table decision_record (
  id          bigint generated always as identity primary key,
  lapse_id    bigint not null references lapse,
  customer_id bigint not null references customer,
  decision    text not null,
  reason      text,
  silent_days integer not null,
  value_year  numeric(16, 2) not null,
  currency    char(3) not null,
  -- null: not weighed then
  chance      numeric(5, 4),
  cost        numeric(16, 2),
  gain        numeric(16, 2),
  member_id   bigint not null references member,
  decided_at  timestamptz not null,
  undone_at   timestamptz
);
create index decision_record_lapse on decision_record (lapse_id, id desc);
create index decision_record_customer on decision_record (customer_id);

-- One act upon many losses; above 200 a node works on it in the background.
create table bulk_job (
  id          bigint generated always as identity primary key,
  member_id   bigint not null references member,
  action      text not null,
  parameters  jsonb not null default '{}',
  -- the lost list whose rows were all meant; null: picked one by one
  query       text,
  state       text not null check (state in ('running', 'done', 'cancelled', 'undoing', 'undone')),
  -- the node that works on it, until when by the database clock
  node        text,
  lease_until timestamptz,
  started_at  timestamptz not null,
  finished_at timestamptz
);
create index bulk_job_working on bulk_job (id) where state in ('running', 'undoing');

-- The losses of it, in their order, and what became of each.
create table bulk_row (
  job_id   bigint not null references bulk_job,
  position integer not null,
  lapse_id bigint not null references lapse,
  outcome  text not null default 'waiting' check (outcome in ('waiting', 'done', 'refused', 'left', 'undone', 'kept')),
  -- why it was refused or could not be taken back: the key of the sentence and its figures
  why      text,
  figures  text[],
  -- the step (lapse_event) that a bulk act was for the loss: its undo takes back that one alone, and no later act of the same manager
  step     bigint,
  primary key (job_id, position),
  unique (job_id, lapse_id)
);
create index bulk_row_outcome on bulk_row (job_id, outcome, position);
create index bulk_row_lapse on bulk_row (lapse_id);
