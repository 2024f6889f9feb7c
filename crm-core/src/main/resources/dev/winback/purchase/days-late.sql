-- How many days a customer pays late on average, 0 where he is early: what was paid by its day, and what he owes by today, or who
-- never pays would never be late. Owed is what payment-slice.sql calls unpaid. One late invoice of two says nothing of a
-- customer: an average is known from three on, or of whoever still owes.
(select round(avg(d.days))
   from (select greatest((y.paid_at at time zone :zone)::date - y.due_on, 0) as days, false as owed
           from payment y
          where y.customer_id = /*customer*/ and y.due_on is not null
          union all
         select cast(:day as date) - o.due_on, true
           from (select coalesce(max(y.due_on), (p.purchased_at at time zone :zone)::date) as due_on,
                        p.amount - p.refunded - coalesce(sum(y.amount) filter (where y.currency = p.currency), 0) as left_open
                   from purchase p
                   left join payment y on y.customer_id = p.customer_id and y.source = p.source and y.purchase = p.external_id
                  where p.customer_id = /*customer*/ and p.pending
                  group by p.customer_id, p.purchased_at, p.id, p.currency, p.amount, p.refunded) o
          where o.left_open > 0 and o.due_on + /*limit*/ < cast(:day as date)) d
 having count(*) >= /*least*/ or bool_or(d.owed))
