-- All purchases of some customers in the order of the covering index purchase_pkey, which is the only thing
-- read (speed.md: 3.5 to 4 times cheaper than the table). The net amount leaves as a whole number of cents: 8 bytes that
-- need no decoding. COPY takes no parameters; :customers is replaced by a condition made of numbers.
copy (
  select customer_id, id, purchased_at, ((amount - refunded) * 100)::bigint, currency::text, counting
  from purchase
  where :customers
  order by customer_id, purchased_at, id
) to stdout (format binary)
