-- DET-23: open lapses of customers of whom a file says that there is nobody to win back; the same exits as when a person
-- says so. Nobody in particular closed them.
with written as (
  update lapse l
  set stage = case c.status when 'non_client' then 'NON_CLIENT' when 'never_contact' then 'REFUSED' else 'GONE' end,
      stage_before = l.stage, closed_on = :today, closed_by = null, close_reason = c.status, version = l.version + 1
  from customer c
  where c.id = l.customer_id and c.id = any (:customers::bigint[]) and c.status <> 'active'
    and l.stage in (/*open stages*/)
  returning l.id, l.stage, l.close_reason
), noted as (
  insert into lapse_event (lapse_id, at, kind, detail)
  select id, :now, 'closed', jsonb_build_object('exit', stage, 'reason', close_reason) from written
)
select id from written order by id
