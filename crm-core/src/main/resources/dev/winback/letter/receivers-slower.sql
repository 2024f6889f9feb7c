-- The receiver asked for fewer letters: half of what it gets, never under one a minute; without a limit so far, half of what
-- it got in the last minute. Answers to letters that were under way together count once.
-- "Other" is many servers: what one of them asks for by its status alone (greylisting) postpones its letter and slows nobody,
-- and whatever it says the others get 30 a minute.
update mail_group g
   set rate = greatest(case g.name when 'other' then 30 else 1 end, o.rate / 2), rate_since = c.now, counted_until = c.now, reply = :reply,
       full_rate = case when g.rate is null or mail_group_rate(g, c.now) is not distinct from g.most then greatest(case g.name when 'other' then 60 else 2 end, o.rate)
                        else g.full_rate end
  from (select clock_timestamp() as now) c,
       lateral (select coalesce(mail_group_rate(m, c.now),
                         (select count(*) from rung r
                            join letter e on e.rung = r.number and e.state in ('SENT', 'FAILED', 'IN_DOUBT')
                                         and e.ended_at > c.now - interval '1 minute' and e.mail_group = m.name)) as rate
                  from mail_group m
                  join letter l on l.id = :letter and m.name = coalesce(l.mail_group, 'other')) o
 where g.name = (select coalesce(mail_group, 'other') from letter where id = :letter)
   and (g.name <> 'other' or :reply ~* '\mrate\M|too many (messages|connections|letters)|throttl|slow down')
   and (g.rate_since is null or g.rate_since <= c.now - interval '1 minute')
