-- Signs that mean no loss yet and began on or after a day, by kind; each figure is as long as the list of customers by sign and day. Carts
-- have their letters and contact data their check.
select f.kind, count(*) as customers
from signal f
join customer_row c on c.id = f.customer_id
where f.lost_from is null and f.kind not in ('stale-contact', 'cart') and f.since >= :since
  and /*visible customer row*/
group by f.kind
order by array_position(array['fallen-vip', 'vip-paid-little', 'margin-squeeze', 'volume-drop', 'requests-without-purchase', 'complaint',
                              'risky-moment', 'unresponsive', 'no-requests'], f.kind), f.kind
