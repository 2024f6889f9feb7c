insert into customer (ref, name, first_name, last_name, company, email, phone, city, country, language, time_zone,
                      preferred_channel, call_from, call_until, owner_id, email_consent, consent_at,
                      consent_source, referrals, birthday, hobbies, flagship, pays_badly, status, note,
                      attributes, import_id)
select customer, name, first_name, last_name, company, email, phone, city, country, language, time_zone,
       preferred_channel, call_from, call_until, owner_id, email_consent, consent_at, consent_source, referrals,
       birthday, hobbies, flagship, pays_badly, status, note,
       attributes, :import::bigint
from pending_customer
where slice = :slice and not known
order by customer
on conflict (ref) do nothing
