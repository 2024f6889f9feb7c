-- Who says no through a file or a shop gets no letter under this address: the mailboxes are locked first, as the
-- announcement of a letter does. Returns the addresses that somebody known before has, for whom letters may wait.
with said as (
  select distinct lower(btrim(email)) as address, address_hash(email) as hash
  from pending_customer
  where slice = :slice and says_no and nullif(btrim(email), '') is not null
), stopped as (
  insert into suppression (address_hash, reason)
  select s.hash, 'no_consent'
  from said s
  order by s.hash
  on conflict (address_hash, reason) where lifted_at is null do nothing
  returning address_hash
)
select s.address
from said s
join stopped t on t.address_hash = s.hash
where exists (select from customer c where lower(c.email) = s.address)
