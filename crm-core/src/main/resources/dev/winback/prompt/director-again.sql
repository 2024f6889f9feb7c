-- A loss is open again: the letter that was dropped with it waits again, the last one if there were several, unless another
-- one was asked for since.
update director_letter d
   set dropped_at = null, with_loss = false
 where d.id in (select max(o.id) from director_letter o where o.lapse_id = any (:lapses::bigint[]) and o.with_loss group by o.lapse_id)
   and not exists (select from director_letter o where o.lapse_id = d.lapse_id and o.dropped_at is null)
