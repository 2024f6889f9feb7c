-- The person is erased: what shops sent about him, found by the addresses and telephone numbers in it. A body that still
-- waits is read first: its row is then refused by the number, and the body goes with the others that are worked off.
with word as (
  select lower(email) as word from customer where id = :customer
  union select lower(phone) from customer where id = :customer
  union select lower(email) from person where customer_id = :customer
  union select lower(phone) from person where customer_id = :customer
)
update shop_delivery d
set body = null
where d.body is not null and d.state <> 'waiting'
  and exists (select from word w
               where length(w.word) > 5
                 and position(w.word in lower(encode(d.body, 'escape'))) > 0)
