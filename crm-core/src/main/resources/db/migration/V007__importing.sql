-- Files that are loaded: the run, its parts, totals and faults, and what people said of their columns.

-- One file loaded once.
create table import_run (
  id          bigint generated always as identity primary key,
  -- null: not recognised yet
  type        text,
  file_name   text not null,
  dry_run     boolean not null default false,
  state       text not null
    check (state in ('running', 'waiting', 'done', 'failed', 'cancelled', 'taken-back')),
  -- what a running one is at, and since when
  phase       text not null default 'receiving'
    check (phase in ('receiving', 'reading', 'checking', 'storing', 'taking-back')),
  phase_at    timestamptz not null default clock_timestamp(),
  -- the type that was asked for; null: whatever the header says
  wanted      text,
  -- how its columns are to be understood, if somebody explained them
  mapping     jsonb,
  -- of which of several shops its orders are, by host; null: of the first one
  shop        text,
  -- in which characters it was said to be written; null: as it looks
  encoding    text,
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
  -- how far storing is, in slices of its parts, or taking back, in keys of customers
  steps       bigint not null default 0,
  steps_done  bigint not null default 0,
  member_id   bigint references member,
  -- false: somebody was erased since, who may be in it
  file_kept   boolean not null default true,
  -- who works on it; null: nobody, because its node was stopped in good order
  node        text,
  -- nodes that were killed while they worked on it
  deaths      integer not null default 0,
  started_at  timestamptz not null default clock_timestamp(),
  heartbeat_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  cancel_at   timestamptz,
  cancelled_by bigint references member,
  taken_back_at timestamptz,
  taken_back_by bigint references member,
  -- rows that went or are again what they were, and rows that somebody changed since
  taken       bigint not null default 0,
  kept        bigint not null default 0,
  -- what a file said and nobody took: columns that no field has, and rows whose owner takes no customers
  unread      jsonb not null default '[]',
  owners_refused bigint not null default 0,
  -- the first of their lines
  owner_line  bigint,
  -- what the columns of the file were taken for, said by a person or remembered; the null of JSON: they are known. Beside what was
  -- said (mapping), because a file that is loaded once more is read by what is remembered then.
  understood  jsonb
);
create index import_run_order on import_run (id desc);

-- The kinds of rows that one run feeds, in the order in which they are stored: customers before their facts.
create table import_part (
  import_id   bigint not null references import_run on delete cascade,
  place       integer not null,
  type        text not null,
  rows        bigint not null,
  -- what it would change, found before anything is stored
  created     bigint not null,
  changed     bigint not null,
  -- rows of the file that say the same number once more
  repeated    bigint not null,
  -- customers that nobody knew
  customers   bigint not null,
  slices      integer not null,
  slices_done integer not null default 0,
  created_done bigint not null default 0,
  changed_done bigint not null default 0,
  -- of a mapped file: customers without a number of their own, by what they were found
  by_mail     bigint not null default 0,
  by_phone    bigint not null default 0,
  by_name     bigint not null default 0,
  primary key (import_id, place)
);

-- What a file says of money, month by month in the firm's zone, to be compared with the shop's own report.
create table import_total (
  import_id   bigint not null references import_run on delete cascade,
  type        text not null,
  currency    text not null,
  month       date not null,
  -- paid or refunded; pending and cancelled ones apart
  orders      bigint not null,
  gross       numeric(18, 2) not null,
  refunded    numeric(18, 2) not null,
  others      bigint not null,
  first_at    timestamptz not null,
  last_at     timestamptz not null,
  primary key (import_id, type, currency, month)
);

-- Rows of a run that was taken back which stayed, because another run or a person changed them since.
create table import_kept (
  import_id   bigint not null references import_run on delete cascade,
  id          bigint generated always as identity,
  -- the table of the row
  fact        text not null,
  number      text not null,
  -- the run that changed it; null: the API or a person
  by_import   bigint,
  changed_at  timestamptz,
  primary key (import_id, id)
);

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

-- How files with these columns are to be understood; the next one with the same columns is read by it.
create table import_mapping (
  id          bigint generated always as identity primary key,
  -- SHA-256 of the columns' names
  fingerprint text not null unique,
  name        text not null,
  header      jsonb not null,
  mapping     jsonb not null,
  member_id   bigint references member,
  changed_at  timestamptz not null default clock_timestamp(),
  forgotten_at timestamptz
);
