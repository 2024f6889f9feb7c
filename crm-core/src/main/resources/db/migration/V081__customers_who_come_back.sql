-- Whoever was erased and buys again later is a new customer under the same number: what happened before that day stays refused.
alter table erased_ref
  -- the midnight after the day of the erasure, in the firm's zone
  add column until timestamptz,
  -- the new customer who has the number by now
  add column back_id bigint references customer on delete set null,
  -- nobody when the erasure was replayed on a database that does not know the record
  alter column customer_id drop not null;
update erased_ref e
set until = coalesce((select c.erased_at from customer c where c.id = e.customer_id), now()) + interval '1 day';
alter table erased_ref alter column until set not null;
create index erased_ref_back on erased_ref (back_id) where back_id is not null;
