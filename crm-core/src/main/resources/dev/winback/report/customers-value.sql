-- What the customer list sorts one customer by; nothing where it sorts by a category and he has none.
select value from (
  select (/*value*/)::text as value
  from customer_row c
  where c.id = :id) x
where value is not null
