-- Of letters with a prompt, what would leave less than the margin floor or gives more than the firm's highest discount is
-- held, whoever approves (DEC-32); as on the ladder (judged.sql) when they are planned or judged, and not at the claim. What
-- holds them for longer keeps its name.
update letter l
   set state = 'HELD', hold_reason = case when m.margin - l.percent < m.floor then 'MARGIN_FLOOR' else 'ABOVE_HIGHEST' end,
       hold_until = null, mail_group = null, version = l.version + 1
  from (/*floor*/) m
 where l.id = any (:ids) and l.percent > 0 and (m.margin - l.percent < m.floor or l.percent > m.most)
   and (l.state = 'PLANNED' or l.state = 'HELD' and (l.hold_reason = 'REVIEW' or l.hold_until is not null))
