-- A run is over: done, failed, cancelled or taken back; a dry run is nobody's business.
insert into webhook_delivery (webhook_id, message_id, type, body)
select w.id, 'msg_' || replace(gen_random_uuid()::text, '-', ''), 'import.done',
       jsonb_build_object('type', 'import.done', 'timestamp', :at::text, 'data', jsonb_build_object(
         'import', r.id::text, 'state', r.state, 'rows', r.rows, 'created', r.created, 'changed', r.changed,
         'same', r.same, 'rejected', r.rejected))
  from import_run r
  join webhook w on w.active and not w.removed and 'import.done' = any (string_to_array(w.events, ' '))
 where r.id = :run and not r.dry_run
