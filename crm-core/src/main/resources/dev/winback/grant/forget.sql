-- The person is erased: what was offered stays, because reports count it; words of people go.
update offer_grant set note = null, word = null, version = version + 1 where customer_id = :customer
