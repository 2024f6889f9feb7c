-- One opt-out, once: the row on the stop list, and no consent any more for every customer record with this
-- address (a duplicate record must not bring the letters back). What the records said before is kept beside the
-- suppression, because the page offers an undo. The caller holds the lock of the mailbox.
-- Said anew by a person, a no that a run had told is the run's no more, which would take it with itself.
with were as (
  select id, email_consent
    from customer
   where lower(email) = lower(btrim(:address))
     and :withdraws
     and email_consent is distinct from false
), withdrawn as (
  update customer c
     set email_consent = false, consent_at = :now, consent_source = :reason, version = version + 1
    from were
   where c.id = were.id
)
insert into suppression (address_hash, reason, letter_id, consents)
select :hash, :reason, cast(:letter as bigint),
       coalesce((select jsonb_object_agg(id, email_consent) from were), '{}')
on conflict (address_hash, reason) where lifted_at is null
do update set import_id = null where suppression.import_id is not null
