-- For how many days a class of data is kept, where the firm has said otherwise than what is shipped.
create table retention_rule (
  kind       text primary key,
  days       integer not null check (days between 1 and 3650),
  member_id  bigint references member,
  changed_at timestamptz not null default clock_timestamp()
);

-- What each night has deleted, in counts: the proof that it was.
create table retention_report (
  day  date not null,
  kind text not null,
  rows bigint not null check (rows > 0),
  primary key (day, kind)
);
