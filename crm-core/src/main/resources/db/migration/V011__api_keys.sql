-- Keys of programs that act for a member, who is never able to do less than they are. The secret itself is nowhere:
-- 32 random bytes need no slow hash, a plain SHA-256 cannot be turned round.
create table api_key (
  id           bigint generated always as identity primary key,
  member_id    bigint not null references member,
  name         text not null check (length(name) between 1 and 100),
  prefix       text not null unique check (prefix ~ '^[a-z0-9]{8}$'),
  secret_hash  bytea not null check (length(secret_hash) = 32),
  -- one word or several, as in OAuth: 'read', 'facts work'
  scopes       text not null check (scopes ~ '^(read|facts|work|letters|admin)( (read|facts|work|letters|admin))*$'),
  -- the last day it works
  expires_on   date,
  created_at   timestamptz not null,
  -- to the minute, so that a busy key does not write with every call
  last_used_at timestamptz,
  revoked_at   timestamptz,
  version      bigint not null default 0
);
create index api_key_member on api_key (member_id, id);

-- what a key did stands beside the member it acted for
alter table audit add column api_key_id bigint references api_key;
