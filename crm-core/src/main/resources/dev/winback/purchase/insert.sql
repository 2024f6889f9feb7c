-- A purchase that somebody else stored since the batch was settled is left as it is: the next import corrects it.
insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, margin, status, refunded, units,
                      items, coupon, member_id, import_id)
select c.id, s.source, s.external_id, s.purchased_at, s.amount, s.currency, s.margin, s.status, s.refunded, s.units,
       s.items, s.coupon, s.member_id, :import::bigint
from staging_pending s
join customer c on c.ref = s.customer
where s.slice = :slice and not s.known
order by c.id, s.purchased_at
on conflict (source, external_id) do nothing
