l.assignee is not null
     and /*by-phone*/
     -- what another record of his brought along is part of this loss
     and not exists (select from task t where t.lapse_id in (select parts_of(l.id)) and t.state = 'open')
     -- service has his complaint: he is called when it is resolved
     and not exists (select from complaint_wait w where w.lapse_id in (select parts_of(l.id)) and w.solved_at is null)
     -- the plan's contacts are used up: letters have taken over (CAL-02), and each that nobody has answered makes one call more
     and (calls_made(l.id) < planned_contacts(l.id)
          or exists (select from letter e
                      where e.lapse_id in (select parts_of(l.id)) and e.state = 'SENT' and (e.rung >= 0 or e.rung = /*rung FAULT*/)
                        and e.sent_at < (cast(:day as date) + 1 - (select letter_days from work_setting))::timestamp at time zone :zone
                        and not exists (select from contact k
                                         where k.customer_id = l.customer_id and k.direction = 'in' and k.contacted_at >= e.sent_at)
                        and not exists (select from call k
                                         where k.lapse_id in (select parts_of(l.id)) and k.undone_at is null and k.called_at >= e.sent_at)))
     and /*uncompared*/
