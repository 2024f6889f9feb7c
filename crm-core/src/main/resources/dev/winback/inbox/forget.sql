-- The person is erased: his mails go, also those of which nobody knew that they were his. That something came back stays.
with mine as (
  select lower(email) as address from customer where id = :customer and email is not null
  union
  select lower(email) from person where customer_id = :customer and email is not null
), said as (
  delete from tracking_consent where customer_id = :customer
), answers as (
  delete from reply_mail where customer_id = :customer returning own_id
)
update arrival
   set sender = null, subject = null, words = null, message_id = null
 where lower(sender) in (select address from mine) or own_id in (select own_id from answers)
