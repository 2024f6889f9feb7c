-- Who said no to the last question, with the word; nothing while somebody asks again or after a yes.
select m.name as by, a.decided_at as at, a.word
  from (select * from activation where rung = :rung order by id desc limit 1) a
  join member m on m.id = a.decided_by
 where a.outcome = 'refused'
