-- Letters of each rung that left in the last 30 days and since a person let it go on, and how many of them readers called spam; one letter, one complaint.
select l.rung, count(*) as letters,
       count(*) filter (where exists (select from arrival a
                                       where a.letter_id = l.id and a.kind = 'complaint' and a.state = 'done')) as complaints,
       max(r.paused_at) filter (where r.paused_because = 'complaints') as paused_at
  from letter l
  join rung r on r.number = l.rung
 where l.announced_at > greatest(:since, coalesce(r.resumed_at, '-infinity'))
   and l.state in ('SENT', 'FAILED', 'IN_DOUBT')
-- if letters
   and l.rung in (select w.rung from letter w where w.id = any (:letters::bigint[]))
-- end
 group by l.rung
 order by l.rung
