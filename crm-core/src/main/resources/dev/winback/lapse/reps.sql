-- Who can be given work, with what he has: active reps who take calls at all.
select m.id, m.capacity,
       (select count(*) from lapse l
        where l.assignee = m.id and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')) as open_work
from member m
where m.role = 'REP' and m.active and m.capacity > 0
order by m.id
