-- A person of the firm writes down that the customer has agreed anew (agrees), or that he may be contacted after all: what he
-- or a file had said against letters to this mailbox stands no longer. An objection stands as long as any record of the mailbox
-- wants no contact. What the mailbox itself says (letters come back, its owner calls them spam) and an erasure stay.
update suppression p
set lifted_at = clock_timestamp()
where p.address_hash = :hash and p.lifted_at is null
  and (:agrees and p.reason in ('unsubscribed', 'by_hand', 'no_consent')
       or p.reason = 'objection'
          and not exists (select from customer c where lower(c.email) = lower(:address) and c.status = 'never_contact'
                             and c.merged_into is null and c.erased_at is null))
returning p.reason
