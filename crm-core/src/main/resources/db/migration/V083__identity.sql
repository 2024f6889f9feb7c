-- Which database this is, in all its backups too: the list of erasures beside it is known by it.
alter table firm add column identity uuid not null default gen_random_uuid(),
  -- something stands in the list: a node that does not find it may be on a restored backup, and does not start
  add column erasures_begun boolean not null default false;
-- what the list does not have yet is of the last hours
create index suppression_created on suppression (created_at);
create index suppression_lifted on suppression (lifted_at) where lifted_at is not null;
