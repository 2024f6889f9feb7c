-- The same of losses that are over, for the day on which a refund or a correction opens them again.
with earned as (
  select l.id, l.lost_on,
         exists (select from lapse e
                 where e.customer_id = l.customer_id and e.number < l.number
                   and e.stage in (/*won stages*/) and e.credit in ('coupon', 'letter', 'call'))
         and not exists (select from lapse_event v where v.lapse_id = l.id and v.kind = 'reopened') as twice
  from lapse l
  where l.customer_id = any (:customers::bigint[])
    and (l.stage in (/*won stages*/) or l.stage = 'FALSE_ALARM' and l.closed_by is null)
    and l.stage_before in (/*open stages*/, 'TWICE_LOST')
)
update lapse l
set stage_before = case when e.twice then 'TWICE_LOST' when e.lost_on is null then 'LATE' else 'LOST' end,
    version = l.version + 1
from earned e
where e.id = l.id and e.twice <> (l.stage_before = 'TWICE_LOST')
