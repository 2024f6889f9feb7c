-- All letters of the ladder that left, and those kept back by lot, whose 60 days are over, as the night counted them: what came
-- within those days. A customer of several rungs is in each of them.
select o.letter_id as id, o.day, coalesce(l.merged_with, l.id) as lapse, cast(null as text) as kind, o.revenue as amount
  from letter_outcome o
  join letter e on e.id = o.letter_id
  join lapse l on l.id = e.lapse_id
 where o.rung >= 0 and o.over and o.control = (:part = 'kept')
   and not exists (select from letter_day d where d.day = o.day and not d.over)
