-- The undo of an opt-out: lifts the suppression if it is young enough and gives each customer record the consent
-- it had, unless somebody changed that since. Returns when the opt-out had been made.
with lifted as (
  update suppression
     set lifted_at = clock_timestamp()
   where address_hash = :hash
     and reason = :reason
     and lifted_at is null
     and created_at > clock_timestamp() - make_interval(secs => :seconds)
  returning created_at, consents
), given as (
  update customer c
     set email_consent = (was.value #>> '{}')::boolean, consent_at = :now, consent_source = 'undo', version = version + 1
    from lifted, jsonb_each(lifted.consents) was
   where c.id = was.key::bigint
     and c.email_consent = false
     and c.consent_source = :reason
)
select created_at from lifted
