l.assignee is not null
     and c.status = 'active'
     and nullif(trim(c.phone), '') is not null
     and coalesce(c.preferred_channel, 'phone') = 'phone'
     -- what another record of his brought along is part of this loss
     and not exists (select from task t where t.lapse_id in (select parts_of(l.id)) and t.state = 'open')
     -- service has his complaint: he is called when it is resolved
     and not exists (select from complaint_wait w where w.lapse_id in (select parts_of(l.id)) and w.solved_at is null)
     -- the plan's contacts are used up: letters have taken over (CAL-02)
     and calls_made(l.id) < planned_contacts(l.id)
