-- A loss is open again: the letter that was dropped with it or with what is part of it waits again, the last one if there
-- were several, unless another one was asked for since.
with again as (
  select g.lapse, max(o.id) as id
    from unnest(:lapses::bigint[]) as g (lapse)
   cross join lateral parts_of(g.lapse) as part (id)
    join director_letter o on o.lapse_id = part.id and o.with_loss
   group by g.lapse
)
update director_letter d
   set dropped_at = null, with_loss = false
  from again a
 where d.id = a.id
   and not exists (select from director_letter o where o.lapse_id in (select parts_of(a.lapse)) and o.dropped_at is null)
