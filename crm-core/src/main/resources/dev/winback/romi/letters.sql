-- Letters about a loss; those in doubt count as sent. Two branches, because each has an index.
select e.id, (e.sent_at at time zone :zone)::date as day, e.lapse_id as lapse, cast(null as text) as kind, cast(:letter as numeric) as amount
  from letter e
 where e.lapse_id is not null and e.state in ('SENT', 'IN_DOUBT')
   and e.sent_at >= cast(:from as date)::timestamp at time zone :zone and e.sent_at < (cast(:to as date) + 1)::timestamp at time zone :zone
union all
select e.id, (e.announced_at at time zone :zone)::date, e.lapse_id, null, cast(:letter as numeric)
  from letter e
 where e.lapse_id is not null and e.state = 'IN_DOUBT' and e.sent_at is null
   and e.announced_at >= cast(:from as date)::timestamp at time zone :zone
   and e.announced_at < (cast(:to as date) + 1)::timestamp at time zone :zone
