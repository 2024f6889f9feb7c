-- Back after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h (the schedule of Standard Webhooks); the tenth try is the
-- last. The address as a whole rests too, for 5 s, 10 s … 5 min, or a thousand messages would each wait 15 s for nobody.
with failed as (
  update webhook_delivery
     set state = case when attempts >= 9 or :gone then 'failed' else 'due' end,
         attempts = attempts + 1, code = :code, answer = :answer, attempted_at = clock_timestamp(),
         done_at = case when attempts >= 9 or :gone then clock_timestamp() end,
         next_attempt_at = clock_timestamp() + make_interval(secs =>
           (array[5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400])[least(attempts + 1, 9)])
   where id = :id and state = 'due'
)
update webhook
   set failures = failures + 1, failing_since = coalesce(failing_since, clock_timestamp()),
       paused_until = clock_timestamp() + make_interval(secs => least(5 * power(2, least(failures, 6)), 300))
 where id = :webhook
