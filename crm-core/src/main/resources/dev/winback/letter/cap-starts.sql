-- On which days comparisons began that have no cap yet: the ladder's, and each campaign with its first drawing.
select starts_on from ladder_start
union
select min(drawn_on) from campaign_lapse where arm in ('treated', 'control') group by campaign_id
except
select starts_on from order_cap where currency = :currency
