(l.stage in ('DECIDED', 'WORKING') or l.later_until is not null
 or exists (select from lapse_event e where e.lapse_id = l.id and e.member_id is not null)
 or exists (select from call k where k.lapse_id = l.id and k.undone_at is null))
