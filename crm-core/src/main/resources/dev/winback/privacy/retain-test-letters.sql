-- Test letters that were sent before a moment.
delete from test_letter where id = any (array (select id from test_letter where sent_at < :before order by id limit :batch))
