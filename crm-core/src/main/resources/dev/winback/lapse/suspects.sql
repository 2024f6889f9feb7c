-- Lapses whose ground has moved: the last counting purchase before the opening is not the one the lapse was opened on,
-- because a purchase arrived late, was cancelled or was refunded. False alarms that the program itself found are judged
-- again each time, since the purchase behind them may have gone; so are lapses opened by a word of the customer that was
-- taken back. "covered" = an earlier lapse of the customer stands for
-- the same silence, so this one would not have been opened. :all judges lapses on the same ground again: the purchases of
-- another record came to the customer, or went.
select l.id, l.customer_id, l.number, l.stage, l.opened_on, last.day,
       exists (select 1 from lapse e
               where e.customer_id = l.customer_id and e.number < l.number and e.stage <> 'MERGED'
                 and e.stage <> 'FALSE_ALARM'
                 and (last.day is null or e.opened_on > last.day)) as covered
from lapse l
left join lateral (
  select (p.purchased_at at time zone :zone)::date as day
  from purchase p
  where p.customer_id = l.customer_id and p.counting
    and p.purchased_at < l.opened_on::timestamp at time zone :zone
  order by p.purchased_at desc, p.id desc
  limit 1) last on true
where /*whose*/
  and ((l.opened_by = 'ended' and l.stage in (/*open stages*/)
        and not exists (select from contact t
                        where t.customer_id = l.customer_id and t.result = 'ended'
                          and t.contacted_at < (l.opened_on + 1)::timestamp at time zone :zone))
       or (l.stage in (/*open stages*/, /*won stages*/,
                    'REFUSED', 'UNREACHABLE', 'TWICE_LOST') and (:all or last.day is distinct from l.silent_since))
       or (l.stage = 'FALSE_ALARM' and l.closed_by is null))
order by l.customer_id, l.number
