-- Letters of each rung that left in the last 30 days, and how many of them readers called spam; one letter, one complaint.
select l.rung, count(*) as letters,
       count(*) filter (where exists (select from arrival a
                                       where a.letter_id = l.id and a.kind = 'complaint' and a.state = 'done')) as complaints,
       (select max(p.paused_at) from rung_pause p where p.rung = l.rung and p.paused_at > :since) as paused_at
  from letter l
 where l.announced_at > :since
   and l.state in ('SENT', 'FAILED', 'IN_DOUBT')
   and (:rung::integer is null or l.rung = :rung)
 group by l.rung
 order by l.rung
