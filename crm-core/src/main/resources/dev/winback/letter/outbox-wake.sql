-- Held letters whose reason has passed by itself stand in line again; the claim asks the gate anew. Some at a time, so that no
-- statement holds the letters of a whole night; as an array, because a plan may ask a subquery with a limit again and again.
update letter
   set state = 'PLANNED', hold_reason = null, hold_until = null,
       -- who waited for the next day after an undo's span stands in the order of all, or letters of each new day pass him by
       next_attempt_at = case when attempts > 0 or next_attempt_at > clock_timestamp() then next_attempt_at end,
       version = version + 1
 where state = 'HELD'
   and id = any (array (
               select id from letter
               where state = 'HELD'
                 and (hold_until <= :now
                      or (hold_reason = 'SENDING_STOPPED' and not (select sending_stopped from firm))
                      or (hold_reason = 'TRIAL' and (select trial is null from sending))
                      or (hold_reason = 'RUNG_PAUSED'
                          and exists (select from rung where rung.number = letter.rung and rung.paused_at is null)))
               limit 500 for update skip locked))
