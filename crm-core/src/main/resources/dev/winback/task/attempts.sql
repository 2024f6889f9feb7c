-- Attempts to reach a customer over all channels since a moment: contacts from us and letters sent.
select (select count(*)
          from contact
         where customer_id = :customer and direction = 'out' and contacted_at > :since)
     + (select count(*)
          from letter
         where customer_id = :customer and sent_at > :since and confirmation_call is null)
