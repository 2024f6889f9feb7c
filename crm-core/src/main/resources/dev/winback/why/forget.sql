-- The person is erased: codes and marks stay, because reports count them; words of people go.
update finding
   set words = null, wish = null, blame_us = null, blame_customer = null, competitor = null, advantage = null,
       prices = null, answers = null, personality = null, whys = '{}'
 where customer_id = :customer
