-- By what is known today the lapse would not have been opened: a false alarm found by the program (closed_by is null), because of a purchase
-- that was told late, or because the purchases that it rested on are gone (an import was taken back).
with written as (
  update lapse l
  set stage = 'FALSE_ALARM',
      stage_before = case when l.stage in (/*won stages*/) then l.stage_before else l.stage end,
      closed_on = :today, closed_by = null, close_reason = case when exists (select from purchase p where p.customer_id = l.customer_id and p.counting)
                          then 'purchase-before-opening' else 'purchases-gone' end,
      returned_on = null, return_purchase_id = null, credit = null, credit_id = null, credit_member = null,
      version = l.version + 1
  where l.id = any (:lapses::bigint[]) and l.stage <> 'FALSE_ALARM'
  returning l.id
), noted as (
  insert into lapse_event (lapse_id, at, kind) select id, :now, 'false-alarm' from written
)
select id from written order by id
