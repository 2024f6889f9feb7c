-- One message for each lapse and each address that wants it. A first night opens as many lapses as there are lost customers:
-- one statement writes them all, and none when nobody listens.
insert into webhook_delivery (webhook_id, message_id, type, customer_id, body)
select w.id, 'msg_' || replace(gen_random_uuid()::text, '-', ''), told.type, l.customer_id,
       jsonb_build_object('type', told.type, 'timestamp', :at::text, 'data', jsonb_strip_nulls(jsonb_build_object(
         'lapse', l.id::text, 'ref', c.ref, 'number', l.number, 'stage', l.stage, 'openedOn', l.opened_on,
         'silentSince', l.silent_since, 'lostOn', case when l.lost_on is not null then coalesce(l.lost_day, l.lost_on) end, 'valueYear', l.value_year::text, 'currency', l.currency,
         'returnedOn', l.returned_on, 'credit', l.credit, 'closedOn', l.closed_on)))
  from lapse l
  join customer c on c.id = l.customer_id
 cross join lateral (
   select case when :type::text = 'lapse.closed' and l.stage in (/*won stages*/) then 'lapse.returned'
               else :type::text end as type) told
  join webhook w on w.active and not w.removed and told.type = any (string_to_array(w.events, ' '))
 where l.id = any (:lapses::bigint[])
 order by l.id, w.id
