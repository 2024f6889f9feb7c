-- Losses that ended because their customer was told not to be there any more are open again when nobody tells that: as they were, unless
-- he has lost himself anew since.
with back as (
  select l.id, l.stage_before
    from lapse l
   where l.customer_id = any (:customers::bigint[]) and l.stage = 'GONE' and l.merged_with is null
     and l.closed_by is null and l.close_reason = 'left'
     and not exists (select from lapse n where n.customer_id = l.customer_id and n.number > l.number
                        and n.stage not in ('FALSE_ALARM', 'MERGED'))
), written as (
  update lapse l
  set stage = coalesce(b.stage_before, 'LATE'), stage_before = null, closed_on = null, close_reason = null, version = l.version + 1
  from back b
  where b.id = l.id
  returning l.id
), noted as (
  insert into lapse_event (lapse_id, at, kind, detail)
  select id, :now, 'reopened', jsonb_build_object('reason', 'withdrawn') from written
)
select id from written order by id
