-- What a person has settled waits again.
update arrival
   set state = 'unmatched', settled_by = null, settled_at = null
 where id = :id and settled_at is not null and state in ('done', 'dismissed')
returning own_id
