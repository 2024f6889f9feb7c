-- What was brought or dropped by mistake waits again; what was dropped only if its loss, with all that is part of it, has no
-- other one by now.
update director_letter d
   set handed_by = null, handed_at = null, dropped_at = null, with_loss = false
  from lapse l
 where d.id = :id and l.id = d.lapse_id
   and (d.handed_at is not null
        or d.dropped_at is not null
           and not exists (select from director_letter o
                            where o.lapse_id in (select parts_of(coalesce(l.merged_with, l.id))) and o.dropped_at is null))
