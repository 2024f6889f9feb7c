-- Once more by hand, with all its tries; a person who waits for it does not wait for the address to recover either.
with again as (
  update webhook_delivery
     set state = 'due', attempts = 0, next_attempt_at = clock_timestamp(), done_at = null
   where id = :id and webhook_id = :webhook
  returning webhook_id
)
update webhook w set paused_until = null from again where w.id = again.webhook_id
