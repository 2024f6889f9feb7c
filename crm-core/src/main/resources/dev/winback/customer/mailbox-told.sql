insert into mail_address (address_hash)
select distinct address_hash(email) as hash
from pending_customer
where slice = :slice and says_no and nullif(btrim(email), '') is not null
order by hash
on conflict do nothing
