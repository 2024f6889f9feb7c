-- A loss that ended by what a file or a program told, or a call before it, is open again when nobody tells that any more: the contact was corrected, taken back with
-- its run, or another purchase made it one of before this silence. Not if the customer has lost himself anew since, or is not there any more.
with withdrawn as (
  select l.id, l.stage_before
    from lapse l
    join customer c on c.id = l.customer_id and c.status = 'active'
   where l.customer_id = any (:customers::bigint[]) and l.stage in ('REFUSED', 'NOT_WANTED') and l.merged_with is null
     and l.closed_by is null and l.close_reason in ('final_no', 'not_wanted')
     and not exists (select from contact k
                      where k.customer_id = l.customer_id and k.result = l.close_reason
                        and k.contacted_at >= (l.silent_since + 1)::timestamp at time zone :zone)
     and not exists (select from lapse n where n.customer_id = l.customer_id and n.number > l.number
                        and n.stage not in ('FALSE_ALARM', 'MERGED'))
), written as (
  update lapse l
  set stage = coalesce(w.stage_before, 'LATE'), stage_before = null, closed_on = null, close_reason = null, version = l.version + 1
  from withdrawn w
  where w.id = l.id
  returning l.id
), noted as (
  insert into lapse_event (lapse_id, at, kind, detail)
  select id, :now, 'reopened', jsonb_build_object('reason', 'withdrawn') from written
)
select id from written order by id
