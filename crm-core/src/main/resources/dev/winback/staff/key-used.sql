-- At most one write a minute: a shop that sends ten purchases a second must not rewrite its key with each.
update api_key set last_used_at = :now
 where id = :id and (last_used_at is null or last_used_at < :before)
