-- The program says that somebody buys little on the day on which it is told of a purchase; in a past that is played this day
-- is the first on which anybody would have been judged.
update aftercare_step a
   set due_on = l.returned_on + (select low_days from aftercare_setting order by id desc limit 1)
  from lapse l
 where l.id = a.lapse_id and a.kind = 'low_volume' and a.task_id is null and a.due_on >= :today
