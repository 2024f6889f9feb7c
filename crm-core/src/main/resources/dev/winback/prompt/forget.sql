-- The person is erased: that a letter of the director was brought stays, not to whom and with which words; one that waits
-- is brought to nobody.
update director_letter
   set envelope = '', body = '', courier = '', with_loss = false,
       dropped_at = coalesce(dropped_at, case when handed_at is null then clock_timestamp() end)
 where customer_id = :customer
