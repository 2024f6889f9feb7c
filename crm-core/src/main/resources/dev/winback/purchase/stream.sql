-- All purchases of some customers in the order of the covering index purchase_pkey, which is the only thing
-- read (speed.md: 3.5 to 4 times cheaper than the table). Money leaves as it is stored: subtracting and making cents here
-- costs 0.3 us a row, reading its digits 0.03. COPY takes no parameters; :customers is replaced by a condition of numbers.
copy (
  select customer_id, purchased_at, amount, refunded, margin, units, currency, counting, pending
  from purchase
  where :customers
  order by customer_id, purchased_at, id
) to stdout (format binary)
