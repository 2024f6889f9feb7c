-- A record with its fields, locked so that two merges follow each other. "no key
-- update" lets facts of others refer to it meanwhile. unwilling: he himself has said no to letters to this address.
select c.id, c.ref, c.display_name, c.merged_into, c.erased_at is not null as erased,
       (to_jsonb(c) - 'display_name')::text as fields,
       exists (select from suppression s where s.address_hash = address_hash(c.email) and s.lifted_at is null
                  and s.reason in ('unsubscribed', 'objection', 'complaint', 'by_hand')) as unwilling
from customer c
where c.id = :id
for no key update of c
