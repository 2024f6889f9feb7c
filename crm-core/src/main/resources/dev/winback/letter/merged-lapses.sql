-- The lapses whose letters a merge or its end concerns. What was stopped because the other record had been written to is
-- judged again as if its lapse had been closed: the reason may have gone with the record.
with again as (
  update letter e
  set hold_reason = 'LAPSE_CLOSED', version = e.version + 1
  from lapse l
  where l.customer_id = any (:customers::bigint[]) and e.lapse_id = l.id
    and :apart and l.stage in (/*open stages*/, 'TWICE_LOST')
    and e.state = 'SUPPRESSED' and e.resend_of is null
    and e.hold_reason in ('ALREADY_WRITTEN', 'HIGHER_RUNG', 'TWICE_LOST')
    and not exists (select from letter r where r.resend_of = e.id)
)
select id from lapse where customer_id = any (:customers::bigint[])
