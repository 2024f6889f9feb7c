-- Mails that came before a moment and of which nobody has said whose they are. Their own number stays, so that one which is read
-- again is the same.
update arrival
   set state = 'ignored', sender = null, subject = null, words = null, message_id = null
where id = any (array (select id from arrival where state = 'unmatched' and came_at < :before order by id limit :batch))
