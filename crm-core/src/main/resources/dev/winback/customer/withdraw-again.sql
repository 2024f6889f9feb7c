-- Whoever has one of these mailboxes and opted out himself has not agreed any more.
update customer c
set email_consent = false, consent_at = s.created_at, consent_source = s.reason, version = c.version + 1
from suppression s
where s.address_hash = any (:hashes) and s.reason in ('unsubscribed', 'objection', 'complaint', 'by_hand') and s.lifted_at is null
  and address_hash(c.email) = s.address_hash and c.email_consent is distinct from false and c.erased_at is null
