-- The same for a page, which goes through customers c in its order until it is full: of a rare signal all are known first
-- and each is found among them, of a common one each customer is looked up (both at a million customers: 1,000 buffers
-- instead of 513,000 where one of 2,500 has it; to know half a million first would cost more than the page).
case when (select count(*) from (select from signal f where f.kind = :signal limit 10001) few) <= 10000
     then c.id in (select f.customer_id from signal f where f.kind = :signal)
     else coalesce((select true from signal f where f.customer_id = c.id and f.kind = :signal limit 1), false) end
