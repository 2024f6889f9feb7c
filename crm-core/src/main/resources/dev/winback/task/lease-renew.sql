-- Whoever types on a card has its customer on the line: his ten minutes begin anew. Once they are over they are not taken back,
-- because a colleague may have him by then.
update task
   set leased_until = clock_timestamp() + interval '10 minutes'
 where id = :task
   and leased_by = :member
   and leased_until > clock_timestamp()
