-- The version that the letter was written with, in its language, and whether its reader still agrees.
select w.button_url, w.body, f.website, coalesce(l.sent_at, l.announced_at) as handed_over,
       may_track(l.customer_id, :clicks) as allowed
  from letter l
  join template w on w.id = coalesce(l.written_with, l.template_id)
 cross join firm f
 where l.id = :id and l.announced_at is not null
