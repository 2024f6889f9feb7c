-- Every table that facts decide and what the night makes of them, one query each.
select ref, email, first_name, last_name, city, email_consent, status from customer;

select c.ref, p.source, p.external_id, p.purchased_at, p.amount, p.currency, p.status, p.refunded, p.counting,
       p.units, p.items, p.coupon, p.told_at
from purchase p join customer c on c.id = p.customer_id;

select c.ref, r.source, r.external_id, r.requested_at, r.subject, r.answered_at, r.outcome, r.told_at
from request r join customer c on c.id = r.customer_id;

select c.ref, k.source, k.external_id, k.complained_at, k.text, k.severity, k.human, k.resolved_at, k.satisfied, k.told_at
from complaint k join customer c on c.id = k.customer_id;

select c.ref, k.source, k.external_id, k.contacted_at, k.channel, k.direction, k.result, k.reached, k.agreed, k.told_at
from contact k join customer c on c.id = k.customer_id;

select c.ref, p.source, p.external_id, p.paid_at, p.amount, p.currency, p.purchase, p.told_at
from payment p join customer c on c.id = p.customer_id;

select c.ref, r.source, r.external_id, r.referred_at, r.referred, r.told_at
from referral r join customer c on c.id = r.customer_id;

select c.ref, r.source, r.external_id, r.refunded_at, r.amount, r.currency, r.purchase, r.told_at
from refund r join customer c on c.id = r.customer_id;

select c.ref, p.external_id, r.external_id as refund, part.amount
from refund_part part
join purchase p on p.customer_id = part.customer_id and p.id = part.purchase_id
join refund r on r.customer_id = part.refund_customer and r.id = part.refund_id
join customer c on c.id = p.customer_id;

select c.ref, k.source, k.external_id, k.carted_at, k.email, k.items, k.amount, k.currency, k.url, k.ordered, k.goods, k.told_at
from cart k join customer c on c.id = k.customer_id;

select c.ref, v.purchases, v.first_purchase, v.last_purchase, v.rhythm_days, v.revenue, v.value_year, v.currency
from customer_value v join customer c on c.id = v.customer_id;

-- of equal payers the older customer is on the list of VIPs
select c.ref, s.kind, s.since, s.lost_from, s.evidence
from signal s join customer c on c.id = s.customer_id
where s.kind not in ('fallen-vip', 'vip-paid-little', 'margin-squeeze');

select c.ref, l.number, l.stage, l.opened_on, l.opened_by, l.silent_since, l.lost_on, l.value_year, l.currency
from lapse l join customer c on c.id = l.customer_id
