create table import_run (
  id          bigint generated always as identity primary key,
  -- null: not recognised yet
  type        text,
  file_name   text not null,
  dry_run     boolean not null default false,
  state       text not null check (state in ('running', 'done', 'failed')),
  format      text,
  -- why the run failed, with the figures of the sentence
  failure     text,
  failure_figures jsonb not null default '[]',
  -- the columns as they were written
  header      jsonb,
  -- in which rejected rows go back
  separator   char(1) not null default ',',
  rows        bigint not null default 0,
  created     bigint not null default 0,
  changed     bigint not null default 0,
  same        bigint not null default 0,
  rejected    bigint not null default 0,
  bytes_total bigint not null default 0,
  bytes_read  bigint not null default 0,
  currency    char(3),
  money_total numeric(18, 2),
  member_id   bigint references member,
  node        text,
  started_at  timestamptz not null default clock_timestamp(),
  heartbeat_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz
);
create index import_run_order on import_run (id desc);

-- A rejected row as it came, with the line it began on, the column at fault and what is allowed there.
create table import_error (
  import_id   bigint not null references import_run on delete cascade,
  line        bigint not null,
  id          bigint generated always as identity,
  column_name text,
  code        text not null,
  figures     jsonb not null,
  cells       jsonb not null,
  primary key (import_id, line, id)
);
