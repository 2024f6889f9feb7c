-- The fields that a merge or its end changes; all others stay. Whoever edits the customer is told by the version.
update customer c
set name = s.name, first_name = s.first_name, last_name = s.last_name, company = s.company, email = s.email,
    phone = s.phone, phone_e164 = s.phone_e164, city = s.city, country = s.country, language = s.language, time_zone = s.time_zone,
    preferred_channel = s.preferred_channel, call_from = s.call_from, call_until = s.call_until,
    owner_id = s.owner_id, owner_since = s.owner_since, email_consent = s.email_consent, consent_at = s.consent_at,
    consent_source = s.consent_source, referrals = s.referrals, birthday = s.birthday, hobbies = s.hobbies,
    flagship = s.flagship, pays_badly = s.pays_badly, status = s.status, left_told = c.left_told and s.status = c.status, note = s.note, kind = s.kind, attributes = s.attributes,
    import_id = s.import_id, version = c.version + 1
from customer was, jsonb_populate_record(was, :fields::jsonb) s
where was.id = :id and c.id = :id
