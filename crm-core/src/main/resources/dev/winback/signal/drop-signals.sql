-- Signals that the fold looks for and did not find any more: the customer bought, or something else happened.
delete from signal s
using unnest(:customers::bigint[], :kinds::text[]) gone (customer_id, kind)
where s.customer_id = gone.customer_id and s.kind = gone.kind
