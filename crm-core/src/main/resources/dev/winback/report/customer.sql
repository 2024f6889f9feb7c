-- One customer with what is derived of him, or nothing when the member may not see him.
select c.id, c.ref, c.display_name, c.name, c.first_name, c.last_name, c.company, c.email, c.phone, c.phone_e164, c.city, c.country,
       c.language, c.time_zone, c.preferred_channel, c.call_from, c.call_until, owner.login as owner,
       owner.name as owner_name, c.email_consent, c.consent_at, c.consent_source, greatest(c.referrals, (select count(*) from referral r where r.customer_id = c.id)::int) as referrals, c.birthday, c.hobbies,
       c.flagship, c.pays_badly, c.status, c.kind, case when :notes then c.note end as note,
       exists (select 1 from suppression s where s.address_hash = address_hash(c.email) and s.lifted_at is null)
         as suppressed,
       v.purchases, v.first_purchase, v.last_purchase, v.rhythm_days, v.revenue, v.value_year, v.currency,
       cast(:day as date) - v.last_purchase as silent_days,
       fragile(c.id, cast(:today as date)) as fragile, /*standing*/ as standing,
       (select string_agg(case when a.source = '' then a.number else a.source || '=' || a.number end, chr(10) order by a.source, a.number)
          from customer_alias a where a.customer_id = c.id) as numbers,
       (select string_agg(a.key || ': ' || a.value, chr(10) order by a.key)
          from jsonb_each_text(c.attributes) a where a.key in ('unreadable phone', 'unreadable email')) as unreadable,
       c.version
from customer c
left join member owner on owner.id = c.owner_id
left join customer_value v on v.customer_id = c.id
-- a part of another loss is none of its own, and a false alarm is over once he buys, as one that facts alone have closed (decision 924); customer-rows.sql says the same
left join lateral (select stage from lapse
                    where customer_id = c.id and stage <> 'MERGED'
                      and (stage <> 'FALSE_ALARM' or closed_by is not null and (v.last_purchase > silent_since) is not true)
                    order by number desc limit 1) l on true
where c.id = coalesce((select coalesce(r.merged_into, r.id) from customer r where r.ref = :ref),
                    (select a.customer_id from customer_alias a where a.source = '' and a.number = :ref))
  and c.erased_at is null and /*visible*/
