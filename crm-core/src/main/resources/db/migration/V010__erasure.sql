-- The customer numbers of erased persons, as hashes: a file that still has the number must not bring the person back.
create table erased_ref (
  ref_hash    text primary key,
  customer_id bigint not null references customer
);

create function ref_hash(ref text) returns text immutable strict parallel safe language sql
  return encode(sha256(convert_to(ref, 'UTF8')), 'hex');
