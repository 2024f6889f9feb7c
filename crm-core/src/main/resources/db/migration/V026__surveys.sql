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
  repeat_on   date,
  repeat_by   bigint references member,
  -- nobody is invited to a survey of this kind again before so many days are over
  rest_days   integer not null default 90 check (rest_days between 1 and 730),
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

-- A survey goes by the same gate and the same outbox as every letter. Its kinds are rungs below 0, which no silence reaches
-- and which have no discount: rung 0 is the letter of repentance, from 1 on stands the ladder.
alter table rung drop constraint rung_number_check;
alter table rung add constraint rung_number_check check (number >= -3);
alter table letter
  alter column lapse_id drop not null,
  add column invitation_id bigint references survey_invitation,
  -- the record it was written for before it was merged; a letter of a lapse goes with its lapse
  add column origin_id bigint,
  add constraint letter_of_something check ((invitation_id is null) = (rung >= 0) and (lapse_id is not null or invitation_id is not null));
-- who is asked is written to once
create unique index letter_invitation on letter (invitation_id) where invitation_id is not null and resend_of is null;
drop index letter_once;
create unique index letter_once on letter (lapse_id, rung) where resend_of is null and rung >= 0;

insert into template (rung, version, subject, preheader, greeting, greeting_fallback, body, button_text, button_url, signature, fallbacks)
values
(-1, 1, 'One question before we let you go', 'It takes one minute, and nothing is sold here',
 'Dear {{first_name}} {{last_name}},', 'Good day,',
 E'your last order with us was on **{{last_purchase_day}}**. We would like to know why you stopped, honestly: it is the only way for us to do better.\n\nFour short questions wait behind the button. I read every answer myself.',
 'Answer four questions', '', E'{{responsible}}\n{{firm}}',
 '{"first_name": "", "last_name": "", "responsible": "Your customer care"}'),
(-2, 1, 'What could make you leave?', 'Two short questions to somebody who knows us well',
 'Dear {{first_name}} {{last_name}},', 'Good day,',
 E'you have been with us for long, and we would like it to stay like this. Tell us what could spoil it, before it happens.',
 'Answer two questions', '', E'{{responsible}}\n{{firm}}',
 '{"first_name": "", "last_name": "", "responsible": "Your customer care"}'),
(-3, 1, 'Are you satisfied with us?', 'Three short questions',
 'Dear {{first_name}} {{last_name}},', 'Good day,',
 E'how do we do? Three short questions wait behind the button. If something went wrong, I will call you.',
 'Answer three questions', '', E'{{responsible}}\n{{firm}}',
 '{"first_name": "", "last_name": "", "responsible": "Your customer care"}');

-- nothing leaves before a person has looked at it
insert into rung (number, days, percent, mode, template_id)
select t.rung, null, 0, 'review', t.id from template t where t.rung < 0;

-- What any letter may say about its customer, whether he has lost us or not; the sender's claim reads it.
create view addressed as
select e.id as letter_id, c.ref, c.display_name, c.language, c.time_zone, k.first_name, k.last_name,
       case when not k.missing then nullif(c.name, '') end as name, nullif(c.company, '') as company,
       p.purchased_at as last_purchase_at, p.items as goods,
       l.silent_since, c.created_at,
       m.name as responsible, m.email as responsible_email
  from letter e
  join customer c on c.id = e.customer_id
  join contact_person k on k.customer_id = c.id
  left join lapse l on l.id = e.lapse_id
  left join member m on m.id = coalesce(l.assignee, c.owner_id) and m.active
  left join lateral (
    select q.purchased_at, q.items
      from purchase q
     where q.customer_id = e.customer_id and q.counting
     order by q.purchased_at desc, q.id desc
     limit 1) p on true;
