-- Who copied the customer must forget him too, under each number that he had here. The number leaves this row again when the message has arrived.
insert into webhook_delivery (webhook_id, message_id, type, customer_id, body)
select w.id, 'msg_' || replace(gen_random_uuid()::text, '-', ''), 'customer.erased', c.id,
       jsonb_build_object('type', 'customer.erased', 'timestamp', :at::text, 'data', jsonb_build_object('ref', c.ref))
  from customer c
  join webhook w on w.active and not w.removed and 'customer.erased' = any (string_to_array(w.events, ' '))
 where c.id = :customer or c.merged_into = :customer
 order by c.id
