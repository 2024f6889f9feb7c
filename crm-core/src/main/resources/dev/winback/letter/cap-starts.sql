-- On which days comparisons began that have no cap yet: the letters of the ladder with the first of them and
-- each campaign with its first drawing.
select starts_on
  from (select (e.planned_at at time zone :zone)::date as starts_on from letter e
         where e.rung >= 0 and e.state in ('SENT', 'IN_DOUBT', 'CONTROL')
         order by e.id limit 1) l
union
select min(drawn_on) from campaign_lapse where arm in ('treated', 'control') group by campaign_id
except
select starts_on from order_cap where currency = :currency
