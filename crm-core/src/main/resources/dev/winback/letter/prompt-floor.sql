-- Of letters with a prompt, what would leave less than the margin floor is held, whoever approves (DEC-32); as on the ladder
-- (judged.sql) when they are planned or judged, and not at the claim. What holds them for longer keeps its name.
update letter l
   set state = 'HELD', hold_reason = 'MARGIN_FLOOR', hold_until = null, mail_group = null, version = l.version + 1
  from (/*floor*/) m
 where l.id = any (:ids) and l.percent > 0 and m.margin - l.percent < m.floor
   and (l.state = 'PLANNED' or l.state = 'HELD' and (l.hold_reason = 'REVIEW' or l.hold_until is not null))
