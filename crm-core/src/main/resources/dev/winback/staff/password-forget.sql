-- Nobody asks for what is older than an hour. Rows that another node holds are left to it, so that no two wait for each other.
delete from password_check
 where key = any (array (select key from password_check where last_at < :before limit 100 for update skip locked))
