-- Runs on which nobody works any more: their node was stopped in good order, or has not been heard of for two minutes
-- (it tells every ten seconds), or was on this host, which the caller judges.
select id, node, heartbeat_at, deaths, phase, phase <> 'receiving' or bytes_total > 0 as received,
       extract(epoch from clock_timestamp() - heartbeat_at)::bigint as silent
from import_run
where state = 'running' and node is distinct from :node
order by id
