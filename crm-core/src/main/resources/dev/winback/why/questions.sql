-- Questions about losses, the newest first, keyset-paged by number.
select s.id, s.lapse_id as lapse, c.ref, c.display_name as customer, m.name as member, m.login, b.name as asked_by,
       s.asked_at, s.question, s.words, s.said_at
/*where*/
   and s.id < :before
 order by s.id desc
 limit :limit
