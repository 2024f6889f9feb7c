-- By the button of the page, also to an address that is off: sent when it is on again.
insert into webhook_delivery (webhook_id, message_id, type, body)
select w.id, 'msg_' || replace(gen_random_uuid()::text, '-', ''), 'test',
       jsonb_build_object('type', 'test', 'timestamp', :at::text, 'data', jsonb_build_object('webhook', w.id::text))
  from webhook w
 where w.id = :webhook and not w.removed
