-- Reasons that do not pass end the letter.
update letter
   set state = 'SUPPRESSED', hold_until = null, ended_at = clock_timestamp(), version = version + 1
 where id = any (:letters) and invitation_id is not null and state = 'HELD'
   and hold_reason in ('ANSWERED', 'ALREADY_WRITTEN', 'LAPSE_CLOSED', 'PURCHASED_SINCE', 'LOST_MEANWHILE')
