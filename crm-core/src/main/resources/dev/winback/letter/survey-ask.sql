-- Letters that ask something and wait for a reason, or were stopped with a lapse that is open again: the gate is asked
-- anew. What waits until a time keeps it, what waits for a person keeps waiting.
update letter l
   set state = 'PLANNED', hold_reason = null, hold_until = null, ended_at = null, version = l.version + 1
  from letter x
  left join lapse p on p.id = x.lapse_id
 where x.id = l.id and l.invitation_id is not null and l.resend_of is null
   and (l.state = 'HELD' and coalesce(l.hold_until <= :now, true)
        or l.state = 'SUPPRESSED' and l.hold_reason = 'LAPSE_CLOSED' and p.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING'))
returning l.id
