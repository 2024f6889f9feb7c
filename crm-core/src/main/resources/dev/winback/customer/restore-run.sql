-- A run is taken back: customers whom it corrected are again what they were before its first correction, unless somebody
-- changed them since. Was that told by a run which is itself taken back, then they are what they were before that one, and
-- so on; of whom nothing is left goes after this, if nothing hangs on him. The numbers that the run told go too, and a made
-- number that it had replaced comes back; imports that are on their way are told (number_back). An opt-out that the person
-- gave himself in between stays: nobody gets a consent back by this; a no that the run itself told goes (lift-run.sql). So does that he has left, as long as a contact tells it (left_told).
with recursive before as (
  select distinct on (customer_id) customer_id, id, was
  from customer_history
  where import_id = :import and customer_id >= :from and customer_id < :until
  order by customer_id, id
), chain as (
  select customer_id, id, was, :import::bigint as run, 0 as step from before
  union all
  select c.customer_id, e.id, e.was, (c.was ->> 'import_id')::bigint, c.step + 1
  from chain c
  left join lateral (
    select h.id, h.was from customer_history h
    where h.customer_id = c.customer_id and h.import_id = (c.was ->> 'import_id')::bigint and h.id < c.id
    order by h.id limit 1) e on true
  where (c.was ->> 'import_id')::bigint = any (:gone::bigint[])
), earliest as (
  select distinct on (customer_id) customer_id, was from chain order by customer_id, step desc
), renamed as (
  insert into number_back (number, leads_to, at)
  select c.ref, c.id, clock_timestamp()
  from earliest b join customer c on c.id = b.customer_id
  where c.ref <> b.was ->> 'ref' and c.import_id = :import and c.erased_at is null
  on conflict (number) do update set leads_to = excluded.leads_to, at = excluded.at
), own_no as (
  select c.id, c.email_consent is false
         and exists (select from suppression p
                      where p.address_hash = address_hash(c.email) and p.lifted_at is null
                        and p.reason in ('unsubscribed', 'objection', 'complaint', 'by_hand')
                        and (p.import_id is null or p.import_id <> :import and p.import_id <> all (:gone::bigint[]))) as own_no
  from earliest b join customer c on c.id = b.customer_id
), restored as (
  update customer c
  set ref = s.ref, name = s.name, first_name = s.first_name, last_name = s.last_name, company = s.company, email = s.email,
      phone = s.phone, phone_e164 = s.phone_e164, city = s.city, country = s.country, language = s.language, time_zone = s.time_zone,
      preferred_channel = s.preferred_channel, call_from = s.call_from, call_until = s.call_until,
      owner_id = s.owner_id, owner_since = s.owner_since,
      email_consent = case when o.own_no then false else s.email_consent end,
      consent_at = case when o.own_no then c.consent_at else s.consent_at end,
      consent_source = case when o.own_no then c.consent_source else s.consent_source end, referrals = s.referrals, birthday = s.birthday,
      hobbies = s.hobbies, flagship = s.flagship, pays_badly = s.pays_badly, status = case when c.left_told then c.status else s.status end, left_told = c.left_told, note = s.note, kind = s.kind,
      attributes = s.attributes, told = coalesce(s.told, '{}'), told_at = s.told_at, import_id = s.import_id, version = c.version + 1
  from earliest b, jsonb_populate_record(null::customer, b.was) s, own_no o
  where b.was is not null and o.id = b.customer_id and c.id = b.customer_id and c.import_id = :import and c.erased_at is null
  returning c.id
), added as (
  select c.id from earliest b join customer c on c.id = b.customer_id
  where b.was is null and c.import_id = :import and c.erased_at is null
), numbers as (
  delete from customer_alias a
  using chain c
  where c.customer_id = coalesce(a.origin_id, a.customer_id) and a.import_id = c.run
    and c.customer_id in (select id from restored union all select id from added)
), forgotten as (
  delete from customer_history h
  using chain c
  where h.customer_id = c.customer_id and h.import_id = c.run
    and c.customer_id in (select id from restored union all select id from added)
)
select id from restored
