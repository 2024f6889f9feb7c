-- A coupon is used by the first counting purchase of its own customer that names it; one already redeemed at the till
-- keeps its time and learns its purchase.
update coupon k
set redeemed_at = coalesce(k.redeemed_at, used.purchased_at), purchase_id = used.id
from (
  select distinct on (k.code) k.code, p.id, p.purchased_at
  from coupon k
  join purchase p on p.customer_id = k.customer_id and p.counting and upper(trim(p.coupon)) = k.code
  where :ids::bigint[] is null or k.customer_id = any (:ids::bigint[])
  order by k.code, p.purchased_at, p.id) used
where used.code = k.code and k.purchase_id is distinct from used.id
