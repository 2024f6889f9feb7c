update purchase p
set customer_id = c.id, purchased_at = s.purchased_at, amount = s.amount, currency = s.currency, margin = s.margin,
    status = s.status, refunded = s.refunded, units = s.units, items = s.items, coupon = s.coupon,
    member_id = s.member_id, import_id = :import::bigint
from staging_pending s
join customer c on c.ref = s.customer
where s.slice = :slice and s.known and p.source = s.source and p.external_id = s.external_id
