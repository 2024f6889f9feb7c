-- What a file said and nobody took: columns that no field has, and rows whose owner takes no customers.
alter table import_run
  add column unread jsonb not null default '[]',
  add column owners_refused bigint not null default 0,
  -- the first of their lines
  add column owner_line bigint;
