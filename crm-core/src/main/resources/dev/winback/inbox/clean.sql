-- The words of mails that were settled long ago: nobody needs them any more.
update arrival
   set sender = null, subject = null, words = null, message_id = null
 where settled_at < :before
   and (sender is not null or subject is not null or words is not null or message_id is not null)
