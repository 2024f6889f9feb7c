-- what was put off is new work again on its day, until somebody does something with it from then on
(case when l.later_until <= :today
      then exists (select from lapse_event e
                    where e.lapse_id = l.id and e.member_id is not null and e.at >= l.later_until::timestamp at time zone :zone)
           or exists (select from call k
                       where k.lapse_id = l.id and k.undone_at is null and k.called_at >= l.later_until::timestamp at time zone :zone)
      else l.stage in ('DECIDED', 'WORKING') or l.later_until is not null
           or exists (select from lapse_event e where e.lapse_id = l.id and e.member_id is not null)
           or exists (select from call k where k.lapse_id = l.id and k.undone_at is null) end)
