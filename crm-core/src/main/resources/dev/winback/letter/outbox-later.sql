-- Refused for now: nothing was delivered, so the letter may come back by itself. What the server says may name the reader, so
-- it is not kept of a letter whose reader was erased meanwhile (it has no address).
update letter
   set state = 'PLANNED', attempts = attempts + 1, node = null, lease_until = null,
       next_attempt_at = clock_timestamp() + make_interval(secs => :seconds),
       smtp_code = :code, smtp_reply = case when address is not null then :reply end, version = version + 1
 where id = :id and node = :node and state in ('CLAIMED', 'ANNOUNCED')
