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

-- Whose words are still there, the oldest first. A letter enters once, when it has ended, and leaves with its words; on its way it is not in it.
create index letter_worded on letter (coalesce(sent_at, ended_at), id)
  where state in ('SENT', 'FAILED', 'SUPPRESSED') and (words is not null or html is not null or text is not null);
