-- Whether who is lost left (ended it himself, went to a competitor) and does not sleep (bought, and fell silent): another
-- treatment, a talk before letters (DET-13). Over a lapse l; its row in the lost list keeps it.
(l.opened_by like '%ended%'
 or exists (select from signal e where e.customer_id = l.customer_id and e.kind = 'ended')
 or exists (select from reason r where r.code = l.known_reason and r.branch = 'lured')
 or l.competitor_named)
