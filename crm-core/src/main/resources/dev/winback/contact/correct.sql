update contact k
set customer_id = c.id, contacted_at = s.contacted_at, channel = s.channel, direction = s.direction,
    member_id = s.member_id, result = s.result, reached = s.reached, agreed = s.agreed, asks_reply = s.asks_reply,
    note = s.note, import_id = :import::bigint
from staging_pending s
join customer c on c.ref = s.customer
where s.slice = :slice and s.known and k.source = s.source and k.external_id = s.external_id
