-- What a person has settled waits again, while its words are kept.
update arrival
   set state = 'unmatched', settled_by = null, settled_at = null
 where id = :id and settled_at >= :after and state in ('done', 'dismissed')
returning own_id
