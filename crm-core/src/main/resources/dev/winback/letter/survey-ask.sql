-- Letters that ask something and wait for a reason, or were stopped with a lapse or a survey that is open again, or by an answer
-- that was taken back: the gate is asked anew. What waits until a time keeps it, what waits for a person keeps waiting.
with found as materialized (
  select l.id
    from letter l
    left join lapse p on p.id = l.lapse_id
    left join survey_invitation i on i.id = l.invitation_id
    left join survey s on s.id = i.survey_id
   where l.invitation_id is not null and l.resend_of is null
-- if customers
     and l.customer_id = any (:customers::bigint[])
-- end
-- if lapses
     and l.customer_id in (select q.customer_id from lapse q where q.id = any (:lapses::bigint[]))
-- end
-- if survey
     and i.survey_id = :survey
-- end
-- if invitation
     and i.id = :invitation
-- end
     and (l.state = 'HELD' and coalesce(l.hold_until <= :now, true)
          or l.state = 'SUPPRESSED' and l.hold_reason in ('LAPSE_CLOSED', 'NOT_WORTH') and p.stage in (/*open stages*/)
          or l.state = 'SUPPRESSED' and l.hold_reason = 'ANSWERED' and i.answered_at is null and s.closed_at is null
          or l.state = 'SUPPRESSED' and l.hold_reason = 'LAPSE_CLOSED' and l.lapse_id is null
             and not exists (select from let_go(:zone) g (customer_id) where g.customer_id = l.customer_id offset 0))
   order by l.id
     for update of l)
update letter l
   set state = 'PLANNED', hold_reason = null, hold_until = null, ended_at = null, version = l.version + 1
  from found
 where found.id = l.id
returning l.id
