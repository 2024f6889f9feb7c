-- Who can be given work, with what he has: active reps, and the managers, who take a loss themselves.
select m.id, m.login, m.name, m.role, m.seniority, m.capacity, m.region,
       (select count(*) from lapse l
        where l.assignee = m.id and l.stage in (/*open stages*/)) as open_work
from member m
where m.role in ('REP', 'MANAGER') and m.active
order by m.role = 'MANAGER', m.name, m.id
