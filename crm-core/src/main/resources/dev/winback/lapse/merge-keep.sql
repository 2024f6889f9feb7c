-- What the lapses of both customers are before a merge, and which of them are open before it or before its end.
insert into lapse_merge (merge_id, lapse_id, was, became, open)
select :merge, l.id, case when :apart then '{}' else lapse_state(l) end, '{}',
       l.stage in (/*open stages*/)
from lapse l
where l.customer_id = any (:customers::bigint[])
on conflict (merge_id, lapse_id) do update set open = excluded.open
