-- Letters about a loss, day by day, the last day first: the newest fifty are then those of a day or two, and not a year's letters sorted.
-- Those in doubt count as sent. Two branches, because each has an index.
select e.id, d.day, e.lapse, cast(null as text) as kind, cast(:letter as numeric) as amount
  from (select cast(:from as date) + n as day
          from generate_series(0, cast(:to as date) - cast(:from as date)) n
         order by 1 desc offset 0) d
 cross join lateral (
   select s.id, s.lapse_id as lapse from letter s
    where s.lapse_id is not null and s.state in ('SENT', 'IN_DOUBT')
      and s.sent_at >= d.day::timestamp at time zone :zone and s.sent_at < (d.day + 1)::timestamp at time zone :zone
   union all
   select s.id, s.lapse_id from letter s
    where s.lapse_id is not null and s.state = 'IN_DOUBT' and s.sent_at is null
      and s.announced_at >= d.day::timestamp at time zone :zone and s.announced_at < (d.day + 1)::timestamp at time zone :zone) e
