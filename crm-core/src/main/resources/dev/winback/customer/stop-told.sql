-- Who says no through a file or a shop gets no letter under this address: the mailboxes are locked first, as the
-- announcement of a letter does. Who wants no contact any more objects, which no newer consent of a file lifts.
-- The run that said it is kept, for it may be taken back. Returns the addresses that somebody known before has, for whom letters may wait.
with said as (
  select distinct lower(btrim(email)) as address, address_hash(email) as hash,
         case when status = 'never_contact' then 'objection' else 'no_consent' end as reason
  from pending_customer
  where slice = :slice and says_no and nullif(btrim(email), '') is not null
), stopped as (
  insert into suppression (address_hash, reason, import_id)
  select s.hash, s.reason, :import::bigint
  from said s
  order by s.hash, s.reason
  on conflict (address_hash, reason) where lifted_at is null do nothing
  returning address_hash
)
select distinct s.address
from said s
join stopped t on t.address_hash = s.hash
where exists (select from customer c where lower(c.email) = s.address)
