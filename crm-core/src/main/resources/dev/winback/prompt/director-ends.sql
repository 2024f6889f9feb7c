-- Losses have ended, and letters of the director that nobody has brought end with them and with what is part of them. One
-- whose loss became part of another one that is open waits on: the customer is still to be won back.
update director_letter d
   set dropped_at = :now, with_loss = true
  from unnest(:lapses::bigint[]) as closed (lapse)
 cross join lateral parts_of(closed.lapse) as part (id)
 where d.lapse_id = part.id and d.handed_at is null and d.dropped_at is null
   and not exists (select from lapse l join lapse w on w.id = l.merged_with
                    where l.id = d.lapse_id and w.stage in (/*open stages*/))
