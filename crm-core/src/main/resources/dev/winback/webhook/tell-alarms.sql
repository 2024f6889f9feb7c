-- A black mark: whose, how bad and where it comes from, not what was said.
insert into webhook_delivery (webhook_id, message_id, type, customer_id, body)
select w.id, 'msg_' || replace(gen_random_uuid()::text, '-', ''), 'alarm.raised', a.customer_id,
       jsonb_build_object('type', 'alarm.raised', 'timestamp', :at::text, 'data', jsonb_strip_nulls(jsonb_build_object(
         'alarm', a.id::text, 'ref', c.ref, 'fact', a.fact, 'lapse', a.lapse_id::text, 'severity', a.severity,
         'satisfaction', a.satisfaction)))
  from alarm a
  join customer c on c.id = a.customer_id
  join webhook w on w.active and not w.removed and 'alarm.raised' = any (string_to_array(w.events, ' '))
 where a.id = any (:alarms::bigint[])
 order by a.id, w.id
