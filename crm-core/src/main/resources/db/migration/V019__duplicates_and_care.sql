-- Customers who share a mailbox, a number, or name and place, one row a value: kept by every change of a customer and set
-- right by the night, so that the list is a page by its key. Found when asked it took 16 s at a million customers.

-- What a customer shares with whom: the key, and the part of it that has an index.
create function shares(c customer) returns table (kind text, key text, part text) immutable parallel safe language sql as $$
  select v.kind, v.key, v.part
  from (values ('email', lower(c.email), lower(c.email)),
               ('phone', c.phone_e164, c.phone_e164),
               ('name', case when c.display_name <> c.ref and trim(c.city) <> ''
                             then lower(c.display_name) || ', ' || lower(trim(c.city)) end, lower(c.display_name))) v (kind, key, part)
  where c.erased_at is null and c.merged_into is null and v.key <> ''
$$;

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

-- Own numbers that a run had told and that were taken back with it: what an import on its way has read under them until then
-- belongs to the customer whose numbers they were.
create table number_back (
  number   text primary key,
  leads_to bigint not null,
  at       timestamptz not null
);
