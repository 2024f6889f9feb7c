-- News that were published, the newest first, with what became of their letters, counted for the page only.
select n.id, n.rung, t.subject, n.audience, n.applies_on, m.name as published_by, n.published_at,
       n.withdrawn_at is not null as withdrawn, n.done_at is not null as done,
       c.due, c.sent, c.held, c.stopped
  from (select * from news where id < :before order by id desc limit :limit) n
  join template t on t.id = n.template_id
  join member m on m.id = n.published_by
 cross join lateral (
   select count(*) as due,
          count(*) filter (where l.state in ('SENT', 'IN_DOUBT')) as sent,
          count(*) filter (where l.state in ('PLANNED', 'CLAIMED', 'ANNOUNCED', 'HELD')) as held,
          count(*) filter (where l.state in ('SUPPRESSED', 'FAILED', 'CONTROL')) as stopped
     from prompt p
     join letter l on l.prompt_id = p.id and not (l.state = 'SUPPRESSED' and l.hold_reason = 'SENT_AGAIN')
    where p.news_id = n.id) c
 order by n.id desc
