-- What they became by it.
update lapse_merge m set became = lapse_state(l)
from lapse l
where m.merge_id = :merge and l.id = m.lapse_id
