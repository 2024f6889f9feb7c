-- A look at the whole chain of the audit: a long one is a job of its own that is told how far it is (decision 931). The newest one alone is kept;
-- that it was made, and what it found, stands in the audit itself.
create table audit_check (
  id          bigint generated always as identity primary key,
  member_id   bigint not null references member,
  started_at  timestamptz not null,
  finished_at timestamptz,
  entries     bigint not null,
  looked      bigint not null default 0,
  node        text,
  lease_until timestamptz,
  head        text,
  fault       text,
  entry       bigint not null default 0
);
create unique index audit_check_one on audit_check ((finished_at is null)) where finished_at is null;
