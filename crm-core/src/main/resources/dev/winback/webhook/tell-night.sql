-- The lists of the day are ready.
insert into webhook_delivery (webhook_id, message_id, type, body)
select w.id, 'msg_' || replace(gen_random_uuid()::text, '-', ''), 'night.done',
       jsonb_build_object('type', 'night.done', 'timestamp', :at::text, 'data', jsonb_build_object(
         'night', n.id::text, 'day', n.day,
         'steps', (select coalesce(jsonb_object_agg(s.name, s.rows), '{}') from nightly_step s where s.night_id = n.id)))
  from night n
  join webhook w on w.active and not w.removed and 'night.done' = any (string_to_array(w.events, ' '))
 where n.id = :night
