-- What asks for attention at once, what the firm changed, and what customers are asked.

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

-- UND-13, UND-14, UND-16, MEA-16: what the departed, the loyal and everybody else are asked, by letter or on the telephone.
create table survey (
  id         bigint generated always as identity primary key,
  kind       text not null check (kind in ('departed', 'loyal', 'satisfaction')),
  title      text not null check (length(trim(title)) between 1 and 120),
  -- what stands above the questions of the public form, and what it says when they are answered
  intro      text not null default '' check (length(intro) <= 2000),
  thanks     text not null default '' check (length(thanks) <= 2000),
  created_by bigint references member,
  created_at timestamptz not null default clock_timestamp(),
  closed_at  timestamptz,
  version    bigint not null default 0,
  -- asked again by itself after so many days, next on this day, so many customers at once (MEA-16); null: it is not
  repeat_days integer check (repeat_days between 7 and 730),
  repeat_most integer check (repeat_most between 1 and 1000),
  repeat_on  date,
  repeat_by  bigint references member,
  -- nobody is invited to a survey of this kind again before so many days are over
  rest_days  integer not null default 90 check (rest_days between 1 and 730),
  check (num_nonnulls(repeat_days, repeat_most, repeat_on, repeat_by) in (0, 4)),
  check (repeat_days is null or kind <> 'departed')
);

-- A question never changes once somebody has answered it: new words are a new question and the old one retires.
create table survey_question (
  id         bigint generated always as identity primary key,
  survey_id  bigint not null references survey,
  position   integer not null,
  -- what becomes of the answer: a reason of the tree, his own words, a mark of 1 to 5, what he wants us to do, how
  -- satisfied he is (1 to 5), or nothing but an answer
  kind       text not null check (kind in ('reason', 'words', 'severity', 'wish', 'satisfaction', 'text')),
  text       text not null check (length(trim(text)) between 1 and 300),
  retired_at timestamptz
);
create index survey_question_survey on survey_question (survey_id, position, id);

-- One customer asked once; for the departed with the loss that the answers tell of.
create table survey_invitation (
  id           bigint generated always as identity primary key,
  survey_id    bigint not null references survey,
  customer_id  bigint not null references customer,
  lapse_id     bigint references lapse,
  -- the record that was asked before it was merged
  origin_id    bigint,
  way          text not null check (way in ('letter', 'phone')),
  invited_by   bigint not null references member,
  invited_at   timestamptz not null,
  answered_at  timestamptz,
  -- who wrote the answers down; null: the customer himself
  answered_by  bigint references member,
  -- what was learnt of the loss by it
  finding_id   bigint references finding
);
create unique index survey_invited on survey_invitation (survey_id, coalesce(origin_id, customer_id));
create index survey_invitation_customer on survey_invitation (customer_id);
create index survey_invitation_answered on survey_invitation (survey_id, answered_at, id) where answered_at is not null;

-- What was answered to one question.
create table survey_answer (
  invitation_id bigint not null references survey_invitation,
  question_id   bigint not null references survey_question,
  answer        text not null check (length(answer) between 1 and 2000),
  primary key (invitation_id, question_id)
);

insert into survey (kind, title, intro, thanks)
values
('departed', 'Why did you leave?',
 'You have not ordered from us for a while. We would like to understand why, and to do better. It takes one minute; nothing is sold here.',
 'Thank you. A person reads every answer, and we will do something about it.'),
('loyal', 'What could make you leave?',
 'You have been with us for long. So that it stays like this, tell us what could spoil it.',
 'Thank you. It helps us to look after you.'),
('satisfaction', 'Are you satisfied with us?',
 'Three short questions about how we do.',
 'Thank you. If something went wrong, somebody will call you.');

insert into survey_question (survey_id, position, kind, text)
select s.id, q.position, q.what, q.text
  from survey s
  join (values
    ('departed', 1, 'reason', 'What is the reason for the termination?'),
    ('departed', 2, 'words', 'What did you dislike?'),
    ('departed', 3, 'severity', 'How bad was it for you?'),
    ('departed', 4, 'wish', 'What could have kept you?'),
    ('loyal', 1, 'text', 'What could happen that would make you leave?'),
    ('loyal', 2, 'text', 'What do others do better than we do?'),
    ('satisfaction', 1, 'satisfaction', 'How satisfied are you with us?'),
    ('satisfaction', 2, 'severity', 'If something went wrong: how bad was it for you?'),
    ('satisfaction', 3, 'wish', 'What should we do better?')) as q (kind, position, what, text) on q.kind = s.kind
 order by s.id, q.position;
