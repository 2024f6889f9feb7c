-- News that were published, the newest first, with what became of their letters.
select n.id, n.rung, t.subject, n.audience, n.applies_on, m.name as published_by, n.published_at,
       n.withdrawn_at is not null as withdrawn, n.done_at is not null as done,
       count(l.id) as due,
       count(l.id) filter (where l.state in ('SENT', 'IN_DOUBT')) as sent,
       count(l.id) filter (where l.state in ('PLANNED', 'CLAIMED', 'ANNOUNCED', 'HELD')) as held,
       count(l.id) filter (where l.state in ('SUPPRESSED', 'FAILED', 'CONTROL')) as stopped
  from news n
  join template t on t.id = n.template_id
  join member m on m.id = n.published_by
  left join prompt p on p.news_id = n.id
  left join letter l on l.prompt_id = p.id and not (l.state = 'SUPPRESSED' and l.hold_reason = 'SENT_AGAIN')
 where n.id < :before
 group by n.id, t.subject, m.name
 order by n.id desc
 limit :limit
