-- One person who came in as two customers: found, merged, taken apart again (hold.md, I10).
--
-- Every row has a home: the record it came in for. customer_id is always the root of the home, so a merge and its end
-- change nothing but the root, and the home says what goes back.

alter table customer
  -- the customer this record is part of: always the root, never another merged record
  add column merged_into bigint references customer;
create index customer_merged on customer (merged_into) where merged_into is not null;

create table customer_merge (
  id        bigint generated always as identity primary key,
  -- the record that stayed
  into_id   bigint not null references customer,
  merged_id bigint not null references customer check (merged_id <> into_id),
  member_id bigint references member,
  merged_at timestamptz not null,
  -- the fields that the merge changed in the record that stayed: what they were and what they became
  was       jsonb not null default '{}',
  became    jsonb not null default '{}',
  parted_by bigint references member,
  parted_at timestamptz
);
create unique index customer_merge_standing on customer_merge (merged_id) where parted_at is null;
create index customer_merge_into on customer_merge (into_id, id) where parted_at is null;

-- The record that a lapse was opened for, and the lapse of the same loss that is worked on instead (stage MERGED).
alter table lapse
  add column origin_id bigint,
  add column merged_with bigint references lapse;
create index lapse_merged_with on lapse (merged_with) where merged_with is not null;

-- What a lapse was before a merge and what it became by it: taken apart, it is again what it was, if nothing else has
-- happened to it since.
create table lapse_merge (
  merge_id bigint not null references customer_merge,
  lapse_id bigint not null references lapse,
  was      jsonb not null,
  became   jsonb not null default '{}',
  -- when the merge, or its end, began
  open     boolean not null,
  primary key (merge_id, lapse_id)
);
create index lapse_merge_lapse on lapse_merge (lapse_id);

-- What a merge may change in a lapse, in the groups that belong together.
create function lapse_state(l lapse) returns jsonb stable parallel safe language sql return
  jsonb_build_object(
    'stage', jsonb_build_object(
      'stage', l.stage, 'stage_before', l.stage_before, 'merged_with', l.merged_with, 'returned_on', l.returned_on,
      'return_purchase_id', l.return_purchase_id, 'credit', l.credit, 'credit_id', l.credit_id,
      'credit_member', l.credit_member),
    'closing', jsonb_build_object(
      'closed_on', l.closed_on, 'closed_by', l.closed_by, 'close_reason', l.close_reason),
    'assignment', jsonb_build_object(
      'assignee', l.assignee, 'assigned_on', l.assigned_on, 'queue_reason', l.queue_reason,
      'override_reason', l.override_reason),
    'silence', jsonb_build_object('silent_since', l.silent_since),
    'loss', jsonb_build_object('lost_on', l.lost_on));

-- Of each group: what was before where it is as the change left it, else what it is.
create function undone(state jsonb, was jsonb, became jsonb) returns jsonb immutable parallel safe language sql return
  (select jsonb_object_agg(k, case when state -> k = became -> k then was -> k else state -> k end)
     from jsonb_object_keys(state) k);

-- Customers who share a mailbox, a number or a name, and of whom somebody has said that they are not one person: the group
-- comes back when somebody joins it.
create table not_duplicate (
  kind      text not null check (kind in ('email', 'phone', 'name')),
  -- of what they share: no personal data
  mark      text not null,
  members   bigint[] not null,
  member_id bigint references member,
  said_at   timestamptz not null default clock_timestamp(),
  primary key (kind, mark)
);
