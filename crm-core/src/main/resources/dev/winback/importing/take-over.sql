-- Only one node gets a lost run: whoever moved it first. A node that was stopped in good order did not die.
update import_run
   set node = :node, heartbeat_at = clock_timestamp(), deaths = deaths + case when node is null then 0 else 1 end
 where id = :id and state = 'running' and node is not distinct from :was and heartbeat_at = :heard
