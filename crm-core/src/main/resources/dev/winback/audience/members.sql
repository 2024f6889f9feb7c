-- Who may be in an audience at all: a yes that was said (not the soft opt-in), no stop list, nobody who is gone, and
-- something to be recognised by.
  from customer c
 where c.email_consent
   and c.status = 'active'
   and c.erased_at is null and c.merged_into is null
   and (sendable(c.email) or c.phone_e164 is not null)
   and not exists (select from suppression s
                    where s.address_hash = address_hash(c.email) and s.lifted_at is null)
-- if lost
   and :lost and exists (select from lapse l where l.customer_id = c.id and l.stage in (/*open stages*/))
-- end
-- if returned
   and :returned and exists (select from lapse l where l.customer_id = c.id and l.stage in (/*won stages*/))
-- end
-- if city
   and lower(c.city) = lower(:city)
-- end
-- if older
   and c.birthday <= (:today::date - make_interval(years => :older))::date
-- end
-- if interest
   and position(lower(:interest) in lower(c.hobbies)) > 0
-- end
-- if asked
   and exists (select from request q where q.customer_id = c.id and position(lower(:asked) in lower(q.subject)) > 0)
-- end
