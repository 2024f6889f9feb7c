-- The next message, and a minute more for it. The time in the signature is the database's: it goes on when the business
-- date is pinned. What a person switched off meanwhile is not sent any more.
with mine as (
  update webhook
     set lease_until = clock_timestamp() + interval '60 seconds'
   where id = :webhook and node = :node and active and not removed
  returning id, url, secret, case when old_secret_until > clock_timestamp() then old_secret end as old_secret
)
select d.id, d.webhook_id, d.message_id, d.body::text as body, extract(epoch from clock_timestamp())::bigint as time,
       mine.url, mine.secret, mine.old_secret
  from mine
  join webhook_delivery d on d.webhook_id = mine.id
 where d.state = 'due' and d.next_attempt_at <= clock_timestamp()
 order by d.next_attempt_at, d.id
 limit 1
