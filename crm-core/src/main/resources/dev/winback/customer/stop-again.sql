-- Mailboxes of which a list says that they get no letter, and the database does not know it: neither that it was so nor that it was lifted.
with given as (
  select * from unnest(:hashes::text[], :reasons::text[], :moments::timestamptz[]) as given (hash, reason, at)
), missing as (
  select g.* from given g
  where not exists (select from suppression s
                    where s.address_hash = g.hash and s.reason = g.reason and (s.created_at >= g.at or s.lifted_at is null))
), locks as (
  insert into mail_address select distinct hash from missing on conflict do nothing
)
insert into suppression (address_hash, reason, created_at)
select hash, reason, at from missing
on conflict (address_hash, reason) where lifted_at is null do nothing
returning address_hash
