-- The messages of one address, newest first, by keyset on the key.
select d.id, d.message_id, d.type, d.state, d.attempts, d.code, d.answer, d.created_at, d.attempted_at,
       case when d.state = 'due' then d.next_attempt_at end as next_attempt_at
  from webhook_delivery d
 where d.webhook_id = :webhook and d.id < :before and (:state::text is null or d.state = :state)
 order by d.id desc
 limit :limit
