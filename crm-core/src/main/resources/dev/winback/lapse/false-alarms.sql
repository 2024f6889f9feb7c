-- Lapses of these that a person has called a false alarm, and that have taught nothing yet.
select l.id, l.customer_id, l.silent_since, l.closed_by, coalesce(l.close_reason, '') as why
from lapse l
where l.id = any (:lapses::bigint[]) and l.stage = 'FALSE_ALARM' and l.closed_by is not null
  and not exists (select from own_limit o where o.customer_id = l.customer_id and o.lapse_id = l.id and o.undone_at is null)
order by l.id
