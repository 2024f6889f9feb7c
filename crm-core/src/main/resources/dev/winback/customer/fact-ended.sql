-- Rows that move the time of a fact past the end that is stored for it, without saying another end: settled before it began.
-- A row that says its end itself was compared when it was read. A day without a time of day may be the day of the fact, an
-- older version than the stored one changes nothing, and a time that stays as it is stays, whatever was stored before.
insert into refused_{fact} (line, later_line, stored_at)
select s.line, -2, f.{ended}
from staging_{fact} s
join {stored}
where s.given & {ended_bit} = 0
  and f.{ended} < s.{time}
  and f.{ended} <> date_trunc('day', s.{time} at time zone :zone) at time zone :zone
  and f.{time} <> s.{time}
  and (f.told_at > s.told_at) is not true
