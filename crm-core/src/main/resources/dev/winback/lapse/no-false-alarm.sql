-- The purchase that made it a false alarm has gone: the lapse stands again where it stood.
with written as (
  update lapse l
  set stage = coalesce(l.stage_before, 'LATE'), stage_before = null, closed_on = null, close_reason = null,
      version = l.version + 1
  where l.id = any (:lapses::bigint[]) and l.stage = 'FALSE_ALARM'
    and not exists (select 1 from lapse o where o.customer_id = l.customer_id and o.id <> l.id
                      and (o.number > l.number or o.stage in (/*open stages*/)))
  returning l.id, l.stage
), noted as (
  insert into lapse_event (lapse_id, at, kind, detail)
  select id, :now, 'stands-again', jsonb_build_object('stage', stage) from written
)
select id, stage, 'stands-again' as kind from written order by id
