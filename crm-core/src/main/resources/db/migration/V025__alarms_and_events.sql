-- UND-12: a customer's own mark of 3 or more alarms at once, however it was told. One row for each fact that alarmed, so
-- that the same fact told twice is one alarm.
create table alarm (
  id            bigint generated always as identity primary key,
  -- complaint: that fact; lapse: what is known of a loss; answer: of a customer without a loss to a survey
  fact          text not null check (fact in ('complaint', 'lapse', 'answer')),
  fact_id       bigint not null,
  customer_id   bigint not null references customer,
  lapse_id      bigint references lapse,
  -- the record it was raised for before it was merged
  origin_id     bigint,
  severity      integer check (severity between 3 and 5),
  -- of a survey, 1 or 2 of 5 (MEA-16)
  satisfaction  integer check (satisfaction between 1 and 2),
  raised_at     timestamptz not null,
  taken_back_at timestamptz,
  -- corrected: the mark is lower now; gone: the fact was taken back
  note          text check (note in ('corrected', 'gone')),
  unique (fact, fact_id),
  check (severity is not null or satisfaction is not null)
);
create index alarm_customer on alarm (customer_id);
create index alarm_open on alarm (id) where taken_back_at is null;

-- Who has seen it; whoever has not is told on every page.
create table alarm_seen (
  alarm_id  bigint not null references alarm,
  member_id bigint not null references member,
  seen_at   timestamptz not null,
  primary key (alarm_id, member_id)
);

-- UND-22: what the firm or the world changed, on the time axis of losses. About nobody in particular.
create table business_event (
  id         bigint generated always as identity primary key,
  day        date not null,
  kind       text not null check (kind in ('price-rise', 'product-gone', 'supplier', 'rules', 'move', 'strike', 'other')),
  title      text not null check (length(trim(title)) between 1 and 120),
  created_by bigint references member,
  created_at timestamptz not null,
  removed_at timestamptz
);
create index business_event_day on business_event (day, id) where removed_at is null;

-- UND-27: the four questions before a change is taken back, as somebody answered them; the newest that stands counts.
create table event_answer (
  id           bigint generated always as identity primary key,
  event_id     bigint not null references business_event,
  effect       text not null,
  alternatives text not null,
  benefits     text not null,
  competitors  text not null,
  member_id    bigint not null references member,
  answered_at  timestamptz not null,
  undone_at    timestamptz
);
create index event_answer_event on event_answer (event_id, id desc) where undone_at is null;
