-- The categories of a range of customers, to be compared as the ranking passes: nothing is written where nothing changed.
-- Who was judged by himself since the night began is marked. COPY takes no parameters: what stands for them is made of
-- numbers and a moment.
copy (
  select customer_id, abc, xyz, vip, fallen, candidate, coalesce(second, ''), priority_group, value, a_by,
         judged_at > ':begun'
  from customer_category
  where customer_id >= :from and customer_id < :until
  order by customer_id
) to stdout (format binary)
