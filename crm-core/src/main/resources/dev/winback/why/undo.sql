-- The newest row of the lapse that stands is the state again, if none is.
update finding
   set current = true
 where id = (select max(id) from finding where lapse_id = :lapse and undone_at is null)
   and not exists (select from finding where lapse_id = :lapse and current)
