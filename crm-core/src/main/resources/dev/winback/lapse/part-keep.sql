-- A later merge that found a lapse as this one had left it gives back what was before this one.
update lapse_merge later
set was = undone(later.was, m.was, m.became)
from lapse_merge m, customer_merge c
where m.merge_id = :merge and m.was <> '{}' and later.was <> '{}'
  and later.merge_id > :merge and later.lapse_id = m.lapse_id
  and c.id = later.merge_id and c.parted_at is null
