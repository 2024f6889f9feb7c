-- Before lapses are put together anew each of them waits as a part of nothing: as it would be without any purchase and
-- without the others. What a person said was a false alarm is none of them.
update lapse l
set stage = 'MERGED', merged_with = null,
    stage_before = case
      when l.stage = 'MERGED' then l.stage_before
      when l.stage in (/*won stages*/, 'FALSE_ALARM') then coalesce(l.stage_before, 'LATE')
      when l.stage <> 'TWICE_LOST' then l.stage
      when l.stage_before in (/*open stages*/) then l.stage_before
      when l.lost_on is null then 'LATE' else 'LOST' end,
    returned_on = null, return_purchase_id = null, credit = null, credit_id = null, credit_member = null,
    closed_on = case when l.stage <> 'FALSE_ALARM' then l.closed_on else (said.at at time zone :zone)::date end,
    closed_by = case when l.stage <> 'FALSE_ALARM' then l.closed_by else said.member_id end,
    close_reason = case when l.stage <> 'FALSE_ALARM' then l.close_reason else said.reason end,
    version = l.version + 1
from lapse x
left join lateral (
  -- a false alarm of the program has covered what a person said before it
  select e.at, e.member_id, e.detail ->> 'reason' as reason
  from lapse_event e
  where e.lapse_id = x.id and e.kind = 'closed' and x.stage = 'FALSE_ALARM'
    and x.stage_before in ('REFUSED', 'UNREACHABLE', 'NOT_WANTED', 'GONE', 'NON_CLIENT')
  order by e.id desc
  limit 1) said on true
where x.id = l.id and l.customer_id = any (:customers::bigint[])
  and not (l.stage = 'FALSE_ALARM' and l.closed_by is not null)
