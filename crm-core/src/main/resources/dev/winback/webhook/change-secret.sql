-- For a day two secrets sign: the receiver changes his in his own time and loses nothing.
update webhook
   set old_secret = secret, old_secret_until = clock_timestamp() + interval '24 hours', secret = :secret,
       version = version + 1
 where id = :id
