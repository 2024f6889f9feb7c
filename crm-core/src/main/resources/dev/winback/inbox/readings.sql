-- What became of the letters of each rung that left in the last 30 days; a click is a person's, an opening anybody's.
select l.rung, count(*) as sent,
       count(*) filter (where exists (select from arrival a where a.letter_id = l.id and a.kind = 'bounce' and a.state = 'done')) as returned,
       count(*) filter (where exists (select from arrival a where a.letter_id = l.id and a.kind = 'complaint' and a.state = 'done')) as complained,
       count(*) filter (where exists (select from suppression s where s.letter_id = l.id and s.reason = 'unsubscribed')) as opted_out,
       count(*) filter (where exists (select from letter_hit h where h.letter_id = l.id and h.number = -1)) as opened,
       count(*) filter (where exists (select from letter_hit h where h.letter_id = l.id and h.number >= 0 and h.machine is null)) as clicked,
       -- what these two are counted of: letters whose readers have agreed
       count(*) filter (where exists (select from letter_tells t where t.letter_id = l.id and t.opens)) as tells_opens,
       count(*) filter (where exists (select from letter_tells t where t.letter_id = l.id and t.clicks)) as tells_clicks
  from letter l
 where l.announced_at > :since and l.state in ('SENT', 'FAILED', 'IN_DOUBT')
 group by l.rung
 order by l.rung
