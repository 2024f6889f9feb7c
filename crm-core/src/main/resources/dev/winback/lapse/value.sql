-- What a loss costs a year (DEC-09) follows the purchases before it: an amount that was corrected or given back, or a purchase that
-- is told late, changes it as it changes the value of the customer, and so of who came back since. Reckoned as the fold does
-- (Value): in the firm's currency if he ever paid in it, over the time in which he bought and one more gap, a year at least.
with bought as (
  select l.id, (p.purchased_at at time zone :zone)::date as day, p.amount - p.refunded as net, p.currency,
         row_number() over (partition by l.id order by p.currency <> :currency, p.purchased_at desc, p.id desc) as place
  from lapse l
  join purchase p on p.customer_id = l.customer_id and p.counting
                 and p.purchased_at < (l.silent_since + 1)::timestamp at time zone :zone
  where l.customer_id = any (cast(:ids as bigint[])) and l.stage not in ('FALSE_ALARM', 'MERGED')
), told as (
  select id, max(day) - min(day) as span, count(distinct day) - 1 as gaps, max(currency) filter (where place = 1) as currency
  from bought group by id
), found as (
  select t.id, t.currency,
         round(sum(b.net) * 365 / greatest(365, t.span + coalesce(round(t.span::numeric / nullif(t.gaps, 0), 2), 0)), 2) as year
  from told t join bought b on b.id = t.id and b.currency = t.currency
  group by t.id, t.currency, t.span, t.gaps
)
update lapse l
set value_year = f.year, currency = f.currency, version = l.version + 1
from found f
where l.id = f.id and (l.value_year, l.currency) is distinct from (f.year, f.currency)
