select customer_id, id, source, external_id, purchased_at, amount, currency, status in ('paid', 'refunded') as sold
from purchase
where customer_id = any (:scope::bigint[])
