-- A run is taken back: customers whom it corrected are again what they were before its first correction, unless somebody
-- changed them since. An opt-out that came in between stays: nobody gets a consent back by this.
with before as (
  select distinct on (customer_id) customer_id, was
  from customer_history
  where import_id = :import and customer_id >= :from and customer_id < :until
  order by customer_id, id
), restored as (
  update customer c
  set name = s.name, first_name = s.first_name, last_name = s.last_name, company = s.company, email = s.email,
      phone = s.phone, phone_e164 = s.phone_e164, city = s.city, country = s.country, language = s.language, time_zone = s.time_zone,
      preferred_channel = s.preferred_channel, call_from = s.call_from, call_until = s.call_until,
      owner_id = s.owner_id, owner_since = s.owner_since,
      email_consent = case when c.email_consent = false then false else s.email_consent end,
      consent_at = s.consent_at, consent_source = s.consent_source, referrals = s.referrals, birthday = s.birthday,
      hobbies = s.hobbies, flagship = s.flagship, pays_badly = s.pays_badly, status = s.status, note = s.note,
      attributes = s.attributes, told = coalesce(s.told, '{}'), told_at = s.told_at, import_id = s.import_id, version = c.version + 1
  from before b, jsonb_populate_record(null::customer, b.was) s
  where c.id = b.customer_id and c.import_id = :import and c.erased_at is null
  returning c.id
)
delete from customer_history h
using restored r
where h.customer_id = r.id and h.import_id = :import
