-- Letters that ask something and wait for a reason, or were stopped with a lapse or a survey that is open again, or by an answer
-- that was taken back: the gate is asked anew. What waits until a time keeps it, what waits for a person keeps waiting.
update letter l
   set state = 'PLANNED', hold_reason = null, hold_until = null, ended_at = null, version = l.version + 1
  from letter x
  left join lapse p on p.id = x.lapse_id
  left join survey_invitation i on i.id = x.invitation_id
  left join survey s on s.id = i.survey_id
 where x.id = l.id and l.invitation_id is not null and l.resend_of is null
   and (l.state = 'HELD' and coalesce(l.hold_until <= :now, true)
        or l.state = 'SUPPRESSED' and l.hold_reason = 'LAPSE_CLOSED' and p.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
        or l.state = 'SUPPRESSED' and l.hold_reason = 'ANSWERED' and i.answered_at is null and s.closed_at is null)
returning l.id
