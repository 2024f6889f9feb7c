-- The dearest open losses that one rep works on because the other one lost them; an offer that waits is another story.
select l.id
  from lapse l
  join member m on m.id = l.assignee and m.login = :rep
 where l.stage in ('LATE', 'LOST', 'DECIDED')
   and not exists (select from offer_grant g where g.lapse_id = l.id)
 order by l.value_year desc, l.id
 limit :most
