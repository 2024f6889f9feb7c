-- By what is known today the lapse would not have been opened: a false alarm found by the program (closed_by is null).
with written as (
  update lapse l
  set stage = 'FALSE_ALARM',
      stage_before = case when l.stage in (/*won stages*/) then l.stage_before else l.stage end,
      closed_on = :today, closed_by = null, close_reason = 'purchase-before-opening',
      returned_on = null, return_purchase_id = null, credit = null, credit_id = null, credit_member = null,
      version = l.version + 1
  where l.id = any (:lapses::bigint[]) and l.stage <> 'FALSE_ALARM'
  returning l.id
), noted as (
  insert into lapse_event (lapse_id, at, kind) select id, :now, 'false-alarm' from written
)
select id from written order by id
