-- The same arms as in results.sql, whose 60 days are over, by the day on which they began: what an experiment is looked at by. Only
-- days of which every letter is over: a day that is cut at the hour of the look would be another one tomorrow.
with arm as (
  select e.rung, e.state = 'CONTROL' as control, b.customer_id, b.returned_on, b.return_purchase_id,
         coalesce(e.sent_at, e.announced_at, e.planned_at) as since
    from letter e
    join lapse l on l.id = e.lapse_id
    join lapse b on b.id = coalesce(l.merged_with, l.id)
   where e.rung >= 0 and e.state in ('SENT', 'IN_DOUBT', 'CONTROL')
     and (coalesce(e.sent_at, e.announced_at, e.planned_at) at time zone :zone)::date
           < ((:now::timestamptz - interval '1440 hours') at time zone :zone)::date)
select a.rung, (a.since at time zone :zone)::date as day,
       count(*) filter (where not a.control) as treated,
       count(*) filter (where not a.control and p.id is not null) as treated_returned,
       count(*) filter (where a.control) as control,
       count(*) filter (where a.control and p.id is not null) as control_returned
  from arm a
  left join purchase p on a.returned_on is not null and p.customer_id = a.customer_id and p.id = a.return_purchase_id
                      and p.purchased_at > a.since and p.purchased_at <= a.since + interval '1440 hours'
 group by a.rung, 2
 order by 2, a.rung
