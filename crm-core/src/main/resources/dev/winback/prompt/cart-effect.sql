-- Carts that were reminded of and carts kept back to compare with, by the day on which their first reminder was due, and how
-- many of them were ordered within 14 days from that moment. Over is a day when the 14 days of each of its carts are: a day
-- that is cut at the hour of the look would be another one tomorrow.
with arm as (
  select p.about, p.customer_id, bool_or(l.state = 'CONTROL') as control,
         min(p.expires_at - case p.rung when /*rung CART_AT_ONCE*/ then interval '3 hours' else interval '12 hours' end) as at
    from prompt p
    join letter l on l.prompt_id = p.id
   where p.rung between /*rung CART_LAST*/ and /*rung CART_AT_ONCE*/ and l.state in ('SENT', 'IN_DOUBT', 'CONTROL')
   group by p.about, p.customer_id),
cart as (
  select (a.at at time zone :zone)::date as day, a.control,
         exists (select from purchase q
                  where q.customer_id = a.customer_id and q.counting
                    and q.purchased_at > a.at - interval '25 hours' and q.purchased_at < a.at + answered_within(-11)
                    and bought_by(q.purchased_at, null, :zone) >= a.at) as ordered
    from arm a)
select c.day, c.day < :today::date - 14 as over,
       count(*) filter (where not c.control) as reminded,
       count(*) filter (where not c.control and c.ordered) as ordered,
       count(*) filter (where c.control) as kept,
       count(*) filter (where c.control and c.ordered) as kept_ordered
  from cart c
 group by c.day
 order by c.day
