-- Nothing of the person stays but the number of the record: his own number becomes one of ours and stays known by its
-- hash. Whatever selects active customers leaves him alone from now on. Figures hang on the key and stay.
with known as (
  insert into erased_ref (ref_hash, customer_id)
  select ref_hash(ref), id from customer where id = :customer
), before as (
  delete from customer_history where customer_id = :customer
), facts as (
  delete from fact_history where customer_id = :customer
), numbers as (
  delete from customer_alias where customer_id = :customer
)
update customer
   set ref = 'erased-' || id, name = null, first_name = null, last_name = null, company = null, email = null,
       phone = null, city = null, country = null, language = null, time_zone = null, preferred_channel = null,
       call_from = null, call_until = null, email_consent = null, consent_at = null, consent_source = null,
       birthday = null, hobbies = null, note = null, attributes = '{}', status = 'never_contact', erased_at = :now,
       version = version + 1
 where id = :customer
