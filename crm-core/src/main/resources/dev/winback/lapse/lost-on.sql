-- The silence of these lapses began on another day than was known: when each of them became lost follows from it and from the nights
-- there were, as if all had been known in time; so the order in which facts arrive means nothing (hold.md, I9). The day is that of the
-- first night from which the silence meant lost, or of his own word that he ends it, while the lapse was open. Of an open one the signs
-- of today decide whether he is lost, as they do each night. What was decided stays decided.
with judged as (
  select * from unnest(:lapses::bigint[], :lost_from::date[]) as j (id, lost_from)
), found as (
  select l.id, l.stage, l.lost_on, l.stage in (/*open stages*/) as open,
         exists (select from signal s where s.customer_id = l.customer_id and s.lost_from <= :today) as lost_now,
         (select min(n.day) from night n
           where n.day between greatest(l.opened_on, j.lost_from) and :today and n.day < coalesce(l.returned_on, l.closed_on, 'infinity')) as by_night,
         (select min(greatest(l.opened_on, (t.contacted_at at time zone :zone)::date)) from contact t
           where t.customer_id = l.customer_id and t.result = 'ended'
             and t.contacted_at >= (l.silent_since + 1)::timestamp at time zone :zone
             and t.contacted_at < coalesce(l.returned_on, l.closed_on, 'infinity')::timestamp at time zone :zone) as by_word
  from judged j join lapse l on l.id = j.id
), told as (
  select f.*, case when not f.open then least(f.by_night, f.by_word)
                   when f.lost_now then coalesce(least(f.by_night, f.by_word), f.lost_on) end as new_lost_on
  from found f
), moved as (
  update lapse l
  set lost_on = f.new_lost_on,
      stage = case when l.stage in ('LATE', 'LOST') then s.stage else l.stage end,
      stage_before = case when l.stage_before in ('LATE', 'LOST') then s.stage else l.stage_before end,
      version = l.version + 1
  from told f
  cross join lateral (select case when f.new_lost_on is null then 'LATE' else 'LOST' end as stage) s
  where l.id = f.id and l.lost_on is distinct from f.new_lost_on
  returning l.id, l.stage, f.stage <> l.stage as changed, f.by_word < coalesce(f.by_night, 'infinity') as ended
)
insert into lapse_event (lapse_id, at, kind, detail)
select id, :now, case stage when 'LATE' then 'late-again' else 'lost' end,
       jsonb_build_object('stage', stage, 'ended', coalesce(ended, false))
from moved where changed
