-- Checks of a password in the last hour, by account, address or known device, for all nodes and over restarts (hold.md T44).
-- The key is a hash: logins that nobody has are typed too, passwords among them, and an address is personal.
create table password_check (
  key     text primary key,
  -- one moment for each check that was not right, the latest last
  at      timestamptz[] not null,
  last_at timestamptz not null
);
create index password_check_old on password_check (last_at);
