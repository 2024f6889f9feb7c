-- A call that was answered under an Idempotency-Key: the same key with the same body gets the same answer.
create table idempotency (
  member_id  bigint not null references member,
  key        text not null check (length(key) between 1 and 200),
  body_hash  text not null,
  created    bigint not null default 0,
  changed    bigint not null default 0,
  same       bigint not null default 0,
  -- of calls that tell no facts: the answer as it went out, for a day; 0: not answered yet, null: a call that tells facts
  status     integer,
  location   text,
  etag       text,
  media_type text,
  body       bytea,
  created_at timestamptz not null default clock_timestamp(),
  primary key (member_id, key)
);
create index idempotency_answered on idempotency (created_at) where status is not null;
