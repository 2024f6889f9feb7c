-- The categories of a range of customers in one word each (Category.key), to be compared as the ranking passes: nothing is
-- written where nothing changed. Who was judged by himself since the night began is marked. COPY takes no parameters: what
-- stands for them is made of numbers and a moment.
copy (
  select customer_id,
         abc || xyz || vip::int || fallen::int || candidate::int || priority_group || coalesce(second, ''),
         (value * 100)::bigint, judged_at > ':begun'
  from customer_category
  where customer_id >= :from and customer_id < :until
  order by customer_id
) to stdout (format binary)
