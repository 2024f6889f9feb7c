-- A final no, or that we do not want him, told by a file or a program ends the open loss as the same outcome of a call of ours would: if it was
-- said in this silence, and in the call that stores it or corrects a contact to it, so that a manager who opens the loss again is not undone
-- when the same is told once more. What was said before the loss was opened ends it as soon as it is, and once, in a call of ours
-- too: after a return it had no loss to end. A call that is being stored ends its loss itself. Nobody in particular closed it.
with told as (
  select distinct on (l.id) l.id, k.result
    from lapse l
    join contact k on k.customer_id = l.customer_id and k.result in ('final_no', 'not_wanted')
                  and k.contacted_at >= (l.silent_since + 1)::timestamp at time zone :zone
   where /*whose*/ and l.stage in (/*open stages*/)
     and (k.source <> 'winback' or k.received_at < now())
     and (k.received_at >= now()
          or exists (select from fact_history h
                      where h.customer_id = k.customer_id and h.fact = 'contact' and h.fact_id = k.id and h.replaced_at >= now())
          or l.opened_on = :day and not exists (select from lapse_event e where e.lapse_id = l.id and e.kind = 'closed'))
   order by l.id, k.contacted_at desc, k.id desc
), written as (
  update lapse l
  set stage = case t.result when 'final_no' then 'REFUSED' else 'NOT_WANTED' end, stage_before = l.stage, closed_on = :day,
      closed_by = null, close_reason = t.result, version = l.version + 1
  from told t
  where t.id = l.id
  returning l.id, l.stage, l.close_reason
), noted as (
  insert into lapse_event (lapse_id, at, kind, detail)
  select id, :now, 'closed', jsonb_build_object('exit', stage, 'reason', close_reason) from written
)
select id from written order by id
