-- Signals that the fold looks for and did not find any more: the customer bought, or something else happened. What lists
-- show of them is marked, because nothing is left that says so.
with marked as (
  insert into touched_customer (customer)
  select s.customer_id
  from unnest(:customers::bigint[], :kinds::text[]) gone (customer_id, kind)
  join signal s on s.customer_id = gone.customer_id and s.kind = gone.kind
)
delete from signal s
using unnest(:customers::bigint[], :kinds::text[]) gone (customer_id, kind)
where s.customer_id = gone.customer_id and s.kind = gone.kind
