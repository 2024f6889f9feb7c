-- What was planned for a lapse ends with it (house.md, "A purchase arrives"). A thank-you stays when
-- the lapse returned: the customer ordered, and nobody has thanked him yet.
update task t
   set state = 'cancelled', closed_at = :now, ended_with_lapse = true, version = t.version + 1
  from lapse l
 where l.id = t.lapse_id
   and t.lapse_id in (:lapses)
   and t.state = 'open'
   and not (t.kind = 'thank_you' and l.stage = 'RETURNED')
