insert into contact (customer_id, source, external_id, contacted_at, channel, direction, member_id, result, reached,
                     agreed, asks_reply, note, import_id)
select c.id, s.source, s.external_id, s.contacted_at, s.channel, s.direction, s.member_id, s.result, s.reached,
       s.agreed, s.asks_reply, s.note, :import::bigint
from staging_pending s
join customer c on c.ref = s.customer
where s.slice = :slice and not s.known
order by c.id, s.contacted_at
on conflict (source, external_id) do nothing
