-- Nothing of the person stays but the number of the record: his own numbers, all of them, become one of ours and stay
-- known by their hashes. What his facts and he himself were before goes. Whatever selects active customers leaves him
-- alone from now on. Figures hang on the key and stay.
with known as (
  insert into erased_ref (ref_hash, customer_id, until)
  select ref_hash(ref), id, :until::timestamptz from customer where id = :customer
  union
  select ref_hash(number), customer_id, :until from customer_alias where customer_id = :customer and source = ''
  on conflict (ref_hash) do update set customer_id = excluded.customer_id, until = excluded.until, back_id = null
), numbers as (
  delete from customer_alias where customer_id = :customer
), numbers_back as (
  delete from number_back where leads_to = :customer
), before as (
  delete from customer_history where customer_id = :customer
), people as (
  delete from person where customer_id = :customer
), facts_before as (
  delete from fact_history where customer_id = :customer
)
update customer
   set ref = 'erased-' || id, name = null, first_name = null, last_name = null, company = null, email = null,
       phone = null, phone_e164 = null, city = null, country = null, language = null, time_zone = null,
       preferred_channel = null, call_from = null, call_until = null, email_consent = null, consent_at = null,
       consent_source = null, birthday = null, hobbies = null, note = null, kind = null, attributes = '{}', told = '{}',
       status = 'never_contact', erased_at = :now, version = version + 1
 where id = :customer
