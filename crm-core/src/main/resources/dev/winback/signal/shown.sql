-- Which signals the customers of a slice show at present, those of the kinds that the fold looks for: the simulation compares
-- slice by slice, so that not all of them are in memory at once.
select customer_id, kind
from signal
where customer_id /*in scope*/ and kind = any (:kinds::text[])
