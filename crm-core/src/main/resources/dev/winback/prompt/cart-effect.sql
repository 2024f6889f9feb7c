-- Carts that were reminded of and carts kept back to compare with: how many were ordered within 14 days from the moment in
-- which the first reminder was due.
with arm as (
  select p.about, p.customer_id, bool_or(l.state = 'CONTROL') as control,
         min(p.expires_at - case p.rung when -11 then interval '3 hours' else interval '12 hours' end) as at
    from prompt p
    join letter l on l.prompt_id = p.id
   where p.rung between -13 and -11 and l.state in ('SENT', 'IN_DOUBT', 'CONTROL')
   group by p.about, p.customer_id)
select a.control, count(*) as carts,
       count(*) filter (where exists (select from purchase q
                                       where q.customer_id = a.customer_id and q.counting
                                         and q.purchased_at >= a.at and q.purchased_at < a.at + interval '14 days')) as ordered
  from arm a
 group by a.control
