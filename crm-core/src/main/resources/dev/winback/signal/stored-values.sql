-- What is stored of a slice of customers, in the form in which the fold writes it, to be compared byte by byte as it passes.
-- COPY takes no parameters: :customers is replaced by a condition made of numbers.
copy (
  select customer_id, purchases, visits, first_purchase, last_purchase, rhythm_days, revenue, value_year,
         repeat_mean, currency
  from customer_value
  where :customers
) to stdout (format binary)
