-- A newer yes of a file or a shop lifts the no that came in the same way, unless another record of the mailbox still says
-- no. What the person said to us himself stays.
update suppression p
set lifted_at = clock_timestamp()
from pending_customer s
where s.slice = :slice and s.says_yes
  and p.address_hash = address_hash(s.email) and p.reason = 'no_consent' and p.lifted_at is null
  and not exists (select from customer c where lower(c.email) = lower(s.email) and c.email_consent is false)
