-- Reasons that do not pass end the farewell.
update letter
   set state = 'SUPPRESSED', hold_until = null, ended_at = clock_timestamp(), version = version + 1
 where rung = /*rung FAREWELL*/ and state = 'HELD' and hold_reason in ('LAPSE_OPEN', 'LAPSE_CLOSED', 'PURCHASED_SINCE')
