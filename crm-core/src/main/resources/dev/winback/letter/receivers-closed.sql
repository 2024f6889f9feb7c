-- The receiver closed the connection on us (421): three times in a minute and it is left alone for five.
update mail_group g
   set closings = case when n.times >= 3 then 0 else n.times end,
       closing_since = case when n.times = 1 then c.now else g.closing_since end,
       held_until = case when n.times >= 3 then c.now + interval '5 minutes' else g.held_until end,
       reply = :reply
  from (select clock_timestamp() as now) c,
       lateral (select case when m.closings > 0 and m.closing_since > c.now - interval '1 minute' then m.closings + 1 else 1 end as times, m.name
                  from mail_group m
                  join letter l on l.id = :letter and m.name = coalesce(l.mail_group, 'other')
                   for update of m) n
 where g.name = n.name
