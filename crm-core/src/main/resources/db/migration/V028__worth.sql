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
  verdict      text not null
);
create index lapse_worth_gain on lapse_worth (gain desc nulls last, lapse_id desc);
create index lapse_worth_customer on lapse_worth (customer_id);

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
