-- All purchases of some customers in the order of the covering index purchase_history_order, which is the only thing
-- read (speed.md: 3.5 to 4 times cheaper than the table). Money leaves as a whole number of cents: 8 bytes that need no
-- decoding. COPY takes no parameters; :customers is replaced by a condition made of numbers.
copy (
  select customer_id, id, purchased_at, ((amount - refunded) * 100)::bigint, (margin * 100)::bigint, units,
         currency::text, counting, pending
  from purchase
  where :customers
  order by customer_id, purchased_at, id
) to stdout (format binary)
