-- Only the date of the loss (DET-21) moves: the lapse would have been opened all the same, or is a false alarm that may
-- stand again. Without any purchase left before the opening there was no silence: it begins with the opening.
update lapse l
set silent_since = coalesce(last.day, l.opened_on), version = l.version + 1
from lapse w
left join lateral (
  select (p.purchased_at at time zone :zone)::date as day
  from purchase p
  where p.customer_id = w.customer_id and p.counting
    and p.purchased_at < w.opened_on::timestamp at time zone :zone
  order by p.purchased_at desc
  limit 1) last on true
where w.id = l.id and l.id = any (:lapses::bigint[]) and l.silent_since <> coalesce(last.day, l.opened_on)
