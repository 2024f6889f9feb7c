-- The person is erased: that a letter of the director was brought stays, not to whom and with which words.
update director_letter set envelope = '', body = '', courier = '' where customer_id = :customer
