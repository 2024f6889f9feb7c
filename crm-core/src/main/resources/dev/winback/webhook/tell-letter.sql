-- Letters left: which rung and how much, not what it says nor where it went.
insert into webhook_delivery (webhook_id, message_id, type, customer_id, body)
select w.id, 'msg_' || replace(gen_random_uuid()::text, '-', ''), 'letter.sent', l.customer_id,
       jsonb_build_object('type', 'letter.sent', 'timestamp', :at::text, 'data', jsonb_strip_nulls(jsonb_build_object(
         'letter', l.id::text, 'lapse', l.lapse_id::text, 'ref', c.ref, 'rung', l.rung, 'percent', l.percent)))
  from letter l
  join customer c on c.id = l.customer_id
  join webhook w on w.active and not w.removed and 'letter.sent' = any (string_to_array(w.events, ' '))
 where l.id = any (:letters)
