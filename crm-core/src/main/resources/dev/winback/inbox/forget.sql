-- The person is erased: his mails go, also those of which nobody knew that they were his. That something came back stays.
-- His address of before a correction is his too, and a record that was merged into his is he.
with part as (
  select id from customer where id = :customer or merged_into = :customer
), mine as (
  select lower(email) as address from customer where id in (select id from part) and email is not null
  union
  select lower(email) from person where customer_id in (select id from part) and email is not null
  union
  select lower(was ->> 'email') from customer_history where customer_id in (select id from part) and was ->> 'email' is not null
), said as (
  delete from tracking_consent where customer_id = :customer
), answers as (
  delete from reply_mail where customer_id = :customer returning own_id
)
update arrival
   set sender = null, subject = null, words = null, message_id = null
 where lower(sender) in (select address from mine) or own_id in (select own_id from answers)
