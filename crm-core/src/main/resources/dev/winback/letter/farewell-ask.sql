-- Farewells that wait for a reason, or were stopped because the lapse was open again, and it is closed once more: the gate
-- is asked anew. What waits until a time keeps it, what waits for a person keeps waiting.
update letter l
   set state = 'PLANNED', hold_reason = null, hold_until = null, ended_at = null, version = l.version + 1
  from lapse p
 where p.id = l.lapse_id and l.rung = /*rung FAREWELL*/ and l.resend_of is null
   and (:lapses::bigint[] is null or l.lapse_id = any (:lapses::bigint[]))
   and (l.state = 'HELD' and coalesce(l.hold_until <= :now, true)
        or l.state = 'SUPPRESSED' and l.hold_reason in ('LAPSE_OPEN', 'LAPSE_CLOSED', 'NOT_WORTH') and p.stage in ('NOT_WANTED', 'REFUSED'))
returning l.id
