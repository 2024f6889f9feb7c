-- The milestones after a return (RET-04, RET-05), computed from the facts as they are known now, so that their order does not
-- matter and a refund or a complaint that was taken back changes them. Restored: the first purchase day on which a year's
-- volume since the return (see second-life.sql) reaches that before the loss, and never the day of the return: of who had bought
-- once before, an order like that one would be all of it. Nobody is restored to nothing. A year without remarks: the first twelve
-- months after the return, or after a remark, without one. A remark is a complaint; a new loss ends the count for good.
-- The stage follows: SAFE with the year, else RESTORED with the volume, else RETURNED.
with returned as (
  select l.id, l.customer_id, l.currency, l.stage, l.returned_on, l.restored_on, l.year_on, s.before_year,
         (select min(n.opened_on) from lapse n
           where n.customer_id = l.customer_id and n.number > l.number and n.stage not in ('FALSE_ALARM', 'MERGED')) as lost_again
  from lapse l
  join second_life s on s.lapse_id = l.id
  where l.stage in (/*won stages*/) and l.returned_on > :day - 800
    and /*whose*/
), days as (
  select r.id, r.returned_on, r.before_year, (p.purchased_at at time zone :zone)::date as day, sum(p.amount - p.refunded) as net
  from returned r
  join purchase p on p.customer_id = r.customer_id and p.counting and p.currency = r.currency
                 and p.purchased_at >= r.returned_on::timestamp at time zone :zone
                 and p.purchased_at < (:day + 1)::timestamp at time zone :zone
  where r.lost_again is null or (p.purchased_at at time zone :zone)::date < r.lost_again
  group by r.id, r.returned_on, r.before_year, 4
), pace as (
  select d.*, sum(d.net) over (partition by d.id order by d.day range between interval '364 days' preceding and current row)
              * 365 / least(365, greatest(90, d.day - d.returned_on + 1)) as year
  from days d
), restored as (
  select id, min(day) as on_day from pace where year >= before_year and before_year > 0 and day > returned_on group by id
), remark as (
  select r.id, r.returned_on as day from returned r
  union
  select r.id, (c.complained_at at time zone :zone)::date
  from returned r
  join complaint c on c.customer_id = r.customer_id
  where (c.complained_at at time zone :zone)::date between r.returned_on and :day
), quiet as (
  select id, (day + interval '12 months')::date as on_day, lead(day) over (partition by id order by day) as next
  from remark
), a_year as (
  select q.id, min(q.on_day) as on_day
  from quiet q
  join returned r on r.id = q.id
  where q.on_day <= :day and (q.next is null or q.next > q.on_day) and (r.lost_again is null or q.on_day < r.lost_again)
  group by q.id
), found as (
  select r.id, r.stage, s.on_day as restored_on, y.on_day as year_on,
         case when y.on_day is not null then 'SAFE' when s.on_day is not null then 'RESTORED' else 'RETURNED' end as new_stage
  from returned r
  left join restored s on s.id = r.id
  left join a_year y on y.id = r.id
  where (r.stage, r.restored_on, r.year_on) is distinct from
        (case when y.on_day is not null then 'SAFE' when s.on_day is not null then 'RESTORED' else 'RETURNED' end, s.on_day, y.on_day)
), written as (
  update lapse l
  set stage = f.new_stage, restored_on = f.restored_on, year_on = f.year_on, version = l.version + 1
  from found f
  where l.id = f.id
  returning l.id, l.stage, f.stage <> l.stage as moved, l.restored_on, l.year_on
)
insert into lapse_event (lapse_id, at, kind, detail)
select id, :now, 'milestone', jsonb_build_object('stage', stage, 'restored', restored_on, 'year', year_on)
from written
