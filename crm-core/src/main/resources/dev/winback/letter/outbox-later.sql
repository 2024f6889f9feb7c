-- Refused for now: nothing was delivered, so the letter may come back by itself.
update letter
   set state = 'PLANNED', attempts = attempts + 1, node = null, lease_until = null,
       next_attempt_at = clock_timestamp() + make_interval(secs => :seconds),
       smtp_code = :code, smtp_reply = :reply, version = version + 1
 where id = :id and node = :node and state in ('CLAIMED', 'ANNOUNCED')
