-- The receiver took it. A late answer of the same owner also settles a letter that was given up as in doubt.
update letter
   set state = 'SENT', sent_at = :now, ended_at = clock_timestamp(), lease_until = null,
       smtp_code = :code, smtp_reply = :reply, version = version + 1
 where id = :id and node = :node and state in ('ANNOUNCED', 'IN_DOUBT')
