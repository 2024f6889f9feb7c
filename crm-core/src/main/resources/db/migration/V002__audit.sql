-- What each member did, read or was denied, as a chain of which no link can go unseen.

-- One row for each thing a person or a rule decided; written in the same transaction as the act. What somebody wrote in his
-- own words stands with the act, where it can be erased, and not in the detail.
create table audit (
  id         bigint generated always as identity primary key,
  created_at timestamptz not null default clock_timestamp(),
  -- null: done by the program itself
  member_id  bigint references member,
  action     text not null,
  subject    text not null,
  subject_id bigint,
  detail     jsonb not null default '{}',
  -- what a key did stands beside the member it acted for
  api_key_id bigint references api_key,
  -- ACT: whatever is none of the others
  kind       text not null
    check (kind in ('ACT', 'ASSIGNMENT', 'DENIAL', 'ERASURE', 'EXPORT', 'LOGIN', 'MEMBER', 'MERGE', 'OFFER', 'READ', 'SETTING', 'TEMPLATE'))
);
create index audit_subject on audit (subject, subject_id, id);
-- newest first, of everybody, of one member, of one kind, and of one kind of what one member did
create index audit_newest on audit (created_at desc, id desc);
create index audit_member on audit (member_id, created_at desc, id desc);
create index audit_member_kind on audit (member_id, kind, created_at desc, id desc);
create index audit_kind on audit (kind, created_at desc, id desc);
-- by what was done, and each act that has happened found by one step (audit-acts.sql)
create index audit_action on audit (action, created_at desc, id desc);

-- Each entry is a link of a chain, so that who deletes, changes or moves one is found (hold.md, T61 and I13): the links in the
-- order of their commits, without a gap. No foreign key: an entry that is gone must be found, not forbidden.
create table audit_link (
  place    bigint primary key,
  audit_id bigint not null unique,
  hash     bytea not null
);

-- One row: where the chain begins, because retention takes its oldest part, and a link that it once had, so that newest ones cannot go
-- unseen. The newest link itself is looked up: a row that each commit writes cannot be cleaned up while an old snapshot lives.
create table audit_head (
  id         integer primary key default 1 check (id = 1),
  first      bigint not null default 0,
  first_hash bytea not null default sha256('winback'),
  place      bigint not null default 0,
  hash       bytea not null default sha256('winback')
);
insert into audit_head default values;

-- an array of values, not a joined text: no two entries read alike, and no session's time zone is in it
create function audit_hash(previous bytea, entry audit) returns bytea language sql stable as $$
  select sha256(previous || convert_to(jsonb_build_array(entry.id, extract(epoch from entry.created_at), entry.member_id,
    entry.api_key_id, entry.kind, entry.action, entry.subject, entry.subject_id, entry.detail)::text, 'UTF8'))
$$;

-- one commit after the other, so that each sees the link before
create function audit_link_on() returns trigger language plpgsql as $$
declare
  before bigint;
  newest bytea;
begin
  perform pg_advisory_xact_lock(hashtext('audit_link'));
  select place, hash into before, newest from audit_link order by place desc limit 1;
  if not found then
    select first, first_hash into strict before, newest from audit_head;
  end if;
  newest := audit_hash(newest, new);
  insert into audit_link (place, audit_id, hash) values (before + 1, new.id, newest);
  if (before + 1) % 100 = 0 then
    update audit_head set place = before + 1, hash = newest;
  end if;
  return null;
end $$;

-- At the commit and not at the insert: acts of two members wait for each other while one commits, never while one works,
-- and nobody who waits holds what the other one needs.
create constraint trigger audit_chain after insert on audit deferrable initially deferred
  for each row execute function audit_link_on();

-- No entry is changed. One is deleted only by who says so in his transaction: retention, from the beginning of the chain on.
create function audit_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or coalesce(current_setting('winback.audit_ends', true), '') <> 'yes' then
    raise exception 'the audit stays as it was written' using errcode = 'restrict_violation';
  end if;
  return old;
end $$;

create trigger audit_stays before update or delete on audit for each row execute function audit_stays();
create trigger audit_whole before truncate on audit for each statement execute function audit_stays();
create trigger audit_link_stays before update or delete on audit_link for each row execute function audit_stays();
create trigger audit_link_whole before truncate on audit_link for each statement execute function audit_stays();

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
