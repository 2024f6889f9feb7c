-- Customers on whom the models are fitted: a share of all by a hash of their key, so that tomorrow's sample is today's
-- and a smaller share is part of a larger one. The hash is the one that partitions by hash rest on: it stays the same.
select id, kind
from customer
where (hashint8extended(id, 20) & 1073741823) < :share * 1073741824
order by id
