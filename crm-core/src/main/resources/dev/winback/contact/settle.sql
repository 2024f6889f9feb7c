-- Contacts that are new or of which a batch tells something else than is stored; one anti-join for the whole batch.
insert into staging_pending
with last as (
  select distinct on (source, external_id) *
  from staging_contact
  order by source, external_id, line desc
)
select (dense_rank() over (order by s.customer) - 1) / :size, k.customer_id is not null, s.customer, s.source,
       s.external_id, s.contacted_at, s.channel, s.direction, s.member_id, s.result, s.reached, s.agreed,
       s.asks_reply, s.note
from last s
left join contact k on k.source = s.source and k.external_id = s.external_id
left join customer c on c.id = k.customer_id
where not exists (select from staging_refused r where r.line = s.line and r.later_line = 0)
  and (k.customer_id is null
   or (s.customer, s.contacted_at, s.channel, s.direction, s.member_id, s.result, s.reached, s.agreed, s.asks_reply, s.note)
        is distinct from
      (c.ref, k.contacted_at, k.channel, k.direction, k.member_id, k.result, k.reached, k.agreed, k.asks_reply, k.note))
order by s.customer, s.contacted_at
