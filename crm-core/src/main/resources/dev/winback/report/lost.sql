-- The lost list, keyset-paged: one index range per page whatever the page (speed.md, row 9), and nothing but the rows that it
-- shows. Members stand in it by their keys: whoever shows them has all their names anyway, and to look each name up in a page cost
-- as much as the page (6.8 look-ups by key, 4.0 so). Days of silence are counted to the last night, the day that signals and stages speak of.
select l.id as lapse, l.customer_id, l.ref, l.name, l.city, l.phone, l.email, l.note,
       l.silent_since,
       -- of a loss that is over until the day it was
       case when l.stage in (/*open stages*/) then cast(:day as date)
            else coalesce((select coalesce(x.returned_on, x.closed_on) from lapse x where x.id = l.id), cast(:day as date))
       end - l.silent_since as days,
       l.silent_class, l.rhythm,
       l.stage, coalesce(cast(:today as date) < l.fragile_until, false) as fragile, l.value_year, l.currency, l.chance, l.gain, l.verdict,
       l.offer_kind as offer, coalesce(l.percent, 0) as offer_percent, l.offer as offer_cost, coalesce(l.offer_asks, false) as offer_asks,
       l.owner_key as owner, l.lost_by, l.inherited, l.opened_by, l.later_until, l.assignee, l.queue_reason,
       l.opened_on, l.next_on, l.sort_name, l.abc, l.xyz, l.vip, l.priority_group
/*where*/
  and /*only*/
  and /*after*/
order by /*order*/
limit :limit
