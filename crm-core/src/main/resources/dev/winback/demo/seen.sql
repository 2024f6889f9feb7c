-- Everybody has seen the black marks of the past but the last three, so that the demo begins as a firm does in the morning.
insert into alarm_seen (alarm_id, member_id, seen_at)
select a.id, m.id, a.raised_at
  from alarm a, member m
 where a.id not in (select id from alarm order by id desc limit 3)
on conflict do nothing
