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
