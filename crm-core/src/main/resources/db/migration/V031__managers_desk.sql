-- DEC-21: closed with a whole set because the firm's target changed, not because of anything about him; reports count it apart.
alter table lapse add column close_kind text check (close_kind in ('direction-changed'));

-- What a merge may change, with the columns that came since: who works on it together with whom, and how it was closed.
create or replace function lapse_state(l lapse) returns jsonb stable parallel safe language sql return
  jsonb_build_object(
    'stage', jsonb_build_object(
      'stage', l.stage, 'stage_before', l.stage_before, 'merged_with', l.merged_with, 'returned_on', l.returned_on,
      'return_purchase_id', l.return_purchase_id, 'credit', l.credit, 'credit_id', l.credit_id,
      'credit_member', l.credit_member),
    'closing', jsonb_build_object(
      'closed_on', l.closed_on, 'closed_by', l.closed_by, 'close_reason', l.close_reason, 'close_kind', l.close_kind),
    'assignment', jsonb_build_object(
      'assignee', l.assignee, 'assigned_on', l.assigned_on, 'queue_reason', l.queue_reason,
      'override_reason', l.override_reason, 'joint_with', l.joint_with),
    'silence', jsonb_build_object('silent_since', l.silent_since),
    'loss', jsonb_build_object('lost_on', l.lost_on));

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

-- A list with its filter and order under a name. What was typed into a search box is not kept: it may name a person.
create table saved_view (
  id         bigint generated always as identity primary key,
  member_id  bigint not null references member,
  name       text not null check (length(trim(name)) between 1 and 60),
  path       text not null check (path in ('/lost', '/customers')),
  query      text not null check (length(query) <= 1000),
  -- everybody sees it; its owner alone changes it
  shared     boolean not null default false,
  position   integer not null,
  removed    boolean not null default false,
  version    bigint not null default 0
);
create index saved_view_member on saved_view (member_id, position) where not removed;

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

create table bulk_row (
  job_id   bigint not null references bulk_job,
  position integer not null,
  lapse_id bigint not null references lapse,
  outcome  text not null default 'waiting' check (outcome in ('waiting', 'done', 'refused', 'left', 'undone', 'kept')),
  -- why it was refused or could not be taken back: the key of the sentence and its figures
  why      text,
  figures  text[],
  primary key (job_id, position),
  unique (job_id, lapse_id)
);
create index bulk_row_outcome on bulk_row (job_id, outcome, position);
create index bulk_row_lapse on bulk_row (lapse_id);

-- DEC-20: a letter for whom we let go. It asks for nothing, like those of surveys, and stands below them.
alter table rung drop constraint rung_number_check;
alter table rung add constraint rung_number_check check (number >= -9);
alter table letter drop constraint letter_of_something;
alter table letter add constraint letter_of_something
  check ((invitation_id is null) = (rung >= 0 or rung = -4) and (lapse_id is not null or invitation_id is not null));
create unique index letter_farewell on letter (lapse_id) where rung = -4 and resend_of is null;

insert into template (rung, version, subject, preheader, greeting, greeting_fallback, body, button_text, button_url, signature, fallbacks)
values
(-4, 1, 'Thank you, and all the best', 'Nothing is asked of you in this letter',
 'Dear {{first_name}} {{last_name}},', 'Good day,',
 E'thank you for the time you were with us; your last order was on **{{last_purchase_day}}**. We will not write to you about it again, and there is nothing to do.\n\nIf you ever want to come back, you are welcome, and you will find me at this address.\n\nShould you know somebody to whom we could be of use, we would be glad if you told them about us.',
 'Visit us', '', E'{{responsible}}\n{{firm}}',
 '{"first_name": "", "last_name": "", "responsible": "Your customer care"}');

-- nothing leaves before a person has looked at it
insert into rung (number, days, percent, mode, template_id)
select t.rung, null, 0, 'review', t.id from template t where t.rung = -4;
