-- The moment of the announcement is the nearest known time of a letter that a person counts as sent.
update letter
   set state = 'SENT', sent_at = announced_at, ended_at = clock_timestamp(), version = version + 1
 where id = :id and state = 'IN_DOUBT'
