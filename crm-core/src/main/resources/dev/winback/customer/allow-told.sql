-- A newer yes of a file or a shop lifts the no that came in the same way, unless another record of the mailbox still says
-- no. What the person said to us himself stays. Whoever was erased has his letters again by a yes of a later moment than that.
update suppression p
set lifted_at = clock_timestamp()
from pending_customer s
where s.slice = :slice
  and p.address_hash = address_hash(s.email) and p.lifted_at is null
  and (p.reason = 'no_consent' and s.says_yes
       and not exists (select from customer c where lower(c.email) = lower(s.email) and c.email_consent is false)
       or p.reason = 'erased' and s.email_consent and s.consent_at > p.created_at)
