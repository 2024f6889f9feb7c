-- The lapses that are open now and were not, or the other way round.
select l.id, l.stage
from lapse_merge m
join lapse l on l.id = m.lapse_id
where m.merge_id = :merge and m.open <> (l.stage in (/*open stages*/))
order by l.id
