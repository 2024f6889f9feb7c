-- What to say in a call, as the firm wants it, and what a person writes down while he says it.

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
