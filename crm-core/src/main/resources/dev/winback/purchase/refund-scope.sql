-- Customers whose purchases may bear other refunds now: who has refunds, who bears or bore one of these customers', and
-- whose purchases are named by a refund of somebody else (a purchase that moved to another customer keeps its refund).
select customer_id from refund where customer_id = any (:customers::bigint[])
union
select customer_id from refund_part
where customer_id = any (:customers::bigint[]) or refund_customer = any (:customers::bigint[])
union
select p.customer_id
from refund r
join purchase p on p.source = r.source and p.external_id = r.purchase
where r.customer_id = any (:customers::bigint[])
union
select p.customer_id
from purchase p
join refund r on r.source = p.source and r.purchase = p.external_id
where p.customer_id = any (:customers::bigint[])
