-- Ranges of :size customers each, so that no statement holds a snapshot for minutes (speed.md, what was learnt).
select min(id) as from_id, max(id) + 1 as until_id
from (select id, (row_number() over (order by id) - 1) / :size as slice from customer) sliced
group by slice
order by slice
