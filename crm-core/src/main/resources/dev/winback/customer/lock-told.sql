-- The mailboxes whose owners say no in this slice, in one order.
select m.address_hash
from mail_address m
where m.address_hash in (
  select address_hash(email) from pending_customer
  where slice = :slice and says_no and nullif(btrim(email), '') is not null)
order by 1
for update
