-- The next waiting lapse of each customer takes its place. One silence is one lapse (hold.md, I1, I4): of those with the
-- same last purchase before them the one stays with which a person ended the matter, else the oldest, and the others are
-- part of it. A false alarm stands for no silence, so the next one stays in its place.
with silence as (
  select l.id, l.customer_id, l.opened_on, l.stage, l.merged_with,
         l.stage_before in ('REFUSED', 'NOT_WANTED', 'GONE', 'NON_CLIENT') as final,
         coalesce((select max((p.purchased_at at time zone :zone)::date)
                   from purchase p
                   where p.customer_id = l.customer_id and p.counting
                     and p.purchased_at < l.opened_on::timestamp at time zone :zone), l.silent_since) as day
  from lapse l
  where l.customer_id = any (:customers::bigint[])
), next as (
  select distinct on (s.customer_id) s.id, s.customer_id, s.day
  from silence s
  left join lapse w on w.id = s.merged_with
  where s.stage = 'MERGED' and (w.id is null or w.customer_id <> s.customer_id or w.stage = 'FALSE_ALARM')
  order by s.customer_id, s.day, s.final desc, s.opened_on, s.id
)
update lapse l
set stage = case when lead.id is null then l.stage_before else 'MERGED' end,
    stage_before = case when lead.id is null then null else l.stage_before end,
    merged_with = lead.id, version = l.version + 1
from next n
left join lateral (
  select s.id from silence s
  where s.customer_id = n.customer_id and s.day = n.day and s.stage not in ('MERGED', 'FALSE_ALARM')
  limit 1) lead on true
where l.id = n.id
returning l.id, l.stage
