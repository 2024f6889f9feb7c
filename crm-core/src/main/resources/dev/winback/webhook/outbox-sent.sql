-- Taken. The number of an erased customer was told, so it goes here too.
with sent as (
  update webhook_delivery
     set state = 'sent', attempts = attempts + 1, code = :code, answer = :answer,
         attempted_at = clock_timestamp(), done_at = clock_timestamp(),
         body = case when type = 'customer.erased' then body #- '{data,ref}' else body end
   where id = :id and state = 'due'
)
update webhook set failing_since = null, failures = 0, paused_until = null
 where id = :webhook and failures > 0
