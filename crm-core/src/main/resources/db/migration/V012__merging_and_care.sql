-- One person who came in as two customers: found, merged, taken apart again (hold.md, I10); and contact data that are checked.

-- Every row has a home: the record it came in for. customer_id is always the root of the home, so a merge and its end
-- change nothing but the root, and the home says what goes back.
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
      'closed_on', l.closed_on, 'closed_by', l.closed_by, 'close_reason', l.close_reason, 'close_kind', l.close_kind),
    'assignment', jsonb_build_object(
      'assignee', l.assignee, 'assigned_on', l.assigned_on, 'queue_reason', l.queue_reason,
      'override_reason', l.override_reason, 'joint_with', l.joint_with),
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

-- What a customer shares with whom: the key, and the part of it that has an index.
create function shares(c customer) returns table (kind text, key text, part text) immutable parallel safe language sql as $$
  select v.kind, v.key, v.part
  from (values ('email', lower(c.email), lower(c.email)),
               ('phone', c.phone_e164, c.phone_e164),
               ('name', case when c.display_name <> c.ref and trim(c.city) <> ''
                             then lower(c.display_name) || ', ' || lower(trim(c.city)) end, lower(c.display_name))) v (kind, key, part)
  where c.erased_at is null and c.merged_into is null and v.key <> ''
$$;

-- Customers who share a mailbox, a number, or name and place, one row a value: kept by every change of a customer and set
-- right by the night, so that the list is a page by its key. Found when asked it took 16 s at a million customers.
-- Without those of whom somebody has said that they are not one person. The value itself is read from a member: it is
-- personal data, and stands in one place.
create table duplicate_group (
  kind    text not null check (kind in ('email', 'phone', 'name')),
  -- stands for the value in addresses of pages
  mark    text not null,
  -- in the order of their keys
  members bigint[] not null,
  primary key (kind, mark)
);
create index duplicate_group_member on duplicate_group using gin (members);

-- Own numbers that a run had told and that were taken back with it: what an import on its way has read under them until then
-- belongs to the customer whose numbers they were.
create table number_back (
  number   text primary key,
  leads_to bigint not null,
  at       timestamptz not null
);

-- Somebody has looked at number and address and found them right (OPS-05); the newest one that stands counts. A row of
-- its own and not a day on the customer, so that it can be taken back and goes with its record when records are merged.
create table contact_check (
  id          bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  member_id   bigint not null references member,
  checked_at  timestamptz not null,
  undone_at   timestamptz,
  origin_id   bigint
);
create index contact_check_customer on contact_check (customer_id, checked_at) where undone_at is null;
create index contact_check_member on contact_check (member_id, checked_at) where undone_at is null;

-- Whose contact data the night has chosen for whom to check (OPS-05). Whether it is done is read from the customer's flag, so
-- that a check, a correction and their undo need no word here. A derived row: it neither keeps a customer nor follows his
-- merges into uniqueness.
create table care_plan (
  id          bigint generated always as identity primary key,
  customer_id bigint not null,
  -- null: nobody owns the customer, so it is any manager's
  member_id   bigint references member,
  planned_on  date not null,
  -- the customer's money a year
  weight      numeric(16, 2) not null,
  origin_id   bigint
);
create index care_plan_customer on care_plan (customer_id);
create index care_plan_member on care_plan (member_id, planned_on);
