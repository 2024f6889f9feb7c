-- The person is erased with all records that were merged into his: their rows and what merges remember of fields go, and
-- the numbers stay known by their hash.
with part as (
  select id from customer where merged_into = :customer
), known as (
  insert into erased_ref (ref_hash, customer_id, until)
  select ref_hash(c.ref), c.id, :until::timestamptz from customer c join part on part.id = c.id
  on conflict (ref_hash) do update set customer_id = excluded.customer_id, until = excluded.until, back_id = null
), remembered as (
  update customer_merge m set was = '{}', became = '{}'
  where m.into_id = :customer or m.merged_id = :customer or m.into_id in (select id from part)
     or m.merged_id in (select id from part)
), before as (
  delete from customer_history where customer_id in (select id from part)
)
update customer
   set ref = 'erased-' || id, name = null, first_name = null, last_name = null, company = null, email = null,
       phone = null, phone_e164 = null, told = '{}', told_at = null, city = null, country = null, language = null, time_zone = null, preferred_channel = null,
       call_from = null, call_until = null, email_consent = null, consent_at = null, consent_source = null,
       birthday = null, hobbies = null, note = null, kind = null, attributes = '{}', status = 'never_contact', erased_at = :now,
       version = version + 1
 where id in (select id from part)
returning ref
