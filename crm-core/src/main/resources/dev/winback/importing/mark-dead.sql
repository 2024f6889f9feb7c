-- A run whose node has not been heard of for two minutes (it tells every ten seconds) was killed. What it merged stays
-- and is found again: the same file may be loaded once more.
update import_run
set state = 'failed', failure = 'died', finished_at = clock_timestamp()
where state = 'running' and heartbeat_at < clock_timestamp() - interval '2 minutes'
returning id
