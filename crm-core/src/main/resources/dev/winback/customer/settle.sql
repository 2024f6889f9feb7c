-- Customers who are new or of whom a batch tells something else than is stored; what a row does not say stays. One
-- anti-join for the whole batch. Erased persons, whom refuse.sql found, are left alone.
insert into pending_customer
with last as (
  select distinct on (customer) * from staging_customer order by customer, line desc
),
filled as (
  select c.id is not null as known, s.customer,
         case when s.given & 1 <> 0 then s.name else c.name end as name,
         case when s.given & 2 <> 0 then s.first_name else c.first_name end as first_name,
         case when s.given & 4 <> 0 then s.last_name else c.last_name end as last_name,
         case when s.given & 8 <> 0 then s.company else c.company end as company,
         case when s.given & 16 <> 0 then s.email else c.email end as email,
         case when s.given & 32 <> 0 then s.phone else c.phone end as phone,
         case when s.given & 64 <> 0 then s.city else c.city end as city,
         case when s.given & 128 <> 0 then s.country else c.country end as country,
         case when s.given & 256 <> 0 then s.language else c.language end as language,
         case when s.given & 512 <> 0 then s.time_zone else c.time_zone end as time_zone,
         case when s.given & 1024 <> 0 then s.preferred_channel else c.preferred_channel end as preferred_channel,
         case when s.given & 2048 <> 0 then s.call_from else c.call_from end as call_from,
         case when s.given & 4096 <> 0 then s.call_until else c.call_until end as call_until,
         case when s.given & 8192 <> 0 then s.owner_id else c.owner_id end as owner_id,
         case when s.given & 16384 <> 0 then s.email_consent else c.email_consent end as email_consent,
         case when s.given & 32768 <> 0 then s.consent_at else c.consent_at end as consent_at,
         case when s.given & 65536 <> 0 then s.consent_source else c.consent_source end as consent_source,
         coalesce(case when s.given & 131072 <> 0 then s.referrals else c.referrals end, 0) as referrals,
         case when s.given & 262144 <> 0 then s.birthday else c.birthday end as birthday,
         case when s.given & 524288 <> 0 then s.hobbies else c.hobbies end as hobbies,
         coalesce(case when s.given & 1048576 <> 0 then s.flagship else c.flagship end, false) as flagship,
         coalesce(case when s.given & 2097152 <> 0 then s.pays_badly else c.pays_badly end, false) as pays_badly,
         coalesce(case when s.given & 4194304 <> 0 then s.status else c.status end, 'active') as status,
         case when s.given & 8388608 <> 0 then s.note else c.note end as note,
         coalesce(c.attributes, '{}') || s.attributes as attributes,
         c.id as stored
  from last s
  left join customer c on c.ref = s.customer
  where not exists (select from refused_customer r where r.line = s.line and r.later_line = 0)
)
select (row_number() over (order by f.customer) - 1) / :size, known, customer,
       f.name, f.first_name, f.last_name, f.company, f.email, f.phone, f.city, f.country, f.language,
       f.time_zone, f.preferred_channel, f.call_from, f.call_until, f.owner_id, f.email_consent, f.consent_at,
       f.consent_source, f.referrals, f.birthday, f.hobbies, f.flagship, f.pays_badly, f.status, f.note, f.attributes
from filled f
left join customer c on c.id = f.stored
where not known
   or (f.name, f.first_name, f.last_name, f.company, f.email, f.phone, f.city, f.country, f.language,
        f.time_zone, f.preferred_channel, f.call_from, f.call_until, f.owner_id, f.email_consent, f.consent_at,
        f.consent_source, f.referrals, f.birthday, f.hobbies, f.flagship, f.pays_badly, f.status, f.note, f.attributes)
        is distinct from
      (c.name, c.first_name, c.last_name, c.company, c.email, c.phone, c.city, c.country, c.language,
       c.time_zone, c.preferred_channel, c.call_from, c.call_until, c.owner_id, c.email_consent, c.consent_at,
       c.consent_source, c.referrals, c.birthday, c.hobbies, c.flagship, c.pays_badly, c.status, c.note, c.attributes)
order by customer
