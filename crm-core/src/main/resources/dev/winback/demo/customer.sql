-- An invented customer with his owner and consent.
insert into customer (ref, first_name, last_name, company, email, phone, phone_e164, city, country, language, time_zone,
                      preferred_channel, owner_id, email_consent, consent_at, consent_source)
select :ref, :first, :last, :company, :email, :phone, :e164, :city, :country, :language, :zone,
       :channel, (select id from member where login = :owner),
       :consent::boolean,
       case when :consent::boolean is not null then :consentAt::timestamptz end,
       case when :consent::boolean is not null then 'shop' end
