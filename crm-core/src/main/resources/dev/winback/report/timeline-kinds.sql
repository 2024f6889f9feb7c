-- How much of each kind there is of a customer: the filters of his time line.
select kind, rows
from (select 'purchase' as kind, 1 as place, count(*) as rows from purchase where customer_id = :customer
      union all select 'refund', 2, count(*) from refund where customer_id = :customer
      union all select 'payment', 3, count(*) from payment where customer_id = :customer
      union all select 'request', 4, count(*) from request where customer_id = :customer
      union all select 'complaint', 5, count(*) from complaint where customer_id = :customer
      union all select 'cart', 6, count(*) from cart where customer_id = :customer
      union all select 'referral', 7, count(*) from referral where customer_id = :customer
      union all select 'contact', 8, count(*) from contact where customer_id = :customer
      union all select 'letter', 9, count(*) from letter where customer_id = :customer
      union all select 'event', 10, count(*) from lapse_event e join lapse l on l.id = e.lapse_id
                where l.customer_id = :customer
      union all select 'mark', 11, count(*) from business_event b
                where b.removed_at is null
                  and b.day::timestamp at time zone :zone between (select min(p.purchased_at) from purchase p where p.customer_id = :customer)
                                                              and :now) kinds
where rows > 0
order by place
