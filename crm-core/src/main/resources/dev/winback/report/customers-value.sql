-- What the customer list sorts one customer by; nothing where it sorts by a category and he has none.
select value from (
  select (/*value*/)::text as value
  from customer_row c
  left join customer_category k on k.customer_id = c.id
  where c.id = :id) x
where value is not null
