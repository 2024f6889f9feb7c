-- Whoever was merged into another customer since the batch was settled is that customer, and his record the home of the
-- fact. A fact that is stored by now breaks the unique index and so the slice, which then begins with fact-stored.sql: to
-- ask for each row would cost a third of the insert.
insert into {fact} (customer_id, source, external_id, told_at, origin_id, {columns}, import_id)
select coalesce(h.merged_into, s.origin_id, s.customer_id), s.source, s.external_id, s.told_at,
       h.id, {s.columns}, :import::bigint
from pending_{fact} s
left join customer h on h.id = coalesce(s.origin_id, s.customer_id) and h.merged_into is not null
where s.slice = :slice and not s.known and s.customer_id is not null
order by 1, s.{time}
returning customer_id
