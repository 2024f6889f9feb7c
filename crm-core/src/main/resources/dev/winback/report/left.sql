-- Whether who is lost left (ended it himself, went to a competitor) and does not sleep (bought, and fell silent): another
-- treatment, a talk before letters (DET-13). Over a lapse l.
(l.opened_by like '%ended%'
 or exists (select from signal e where e.customer_id = l.customer_id and e.kind = 'ended')
 or exists (select from why_of(l.id) f left join reason r on r.code = f.reason
             where r.branch = 'lured' or f.competitor is not null))
