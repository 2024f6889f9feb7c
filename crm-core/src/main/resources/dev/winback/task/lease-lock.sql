-- Two who ask for one customer at once: the second goes on to the next instead of waiting. What the first has taken is asked in
-- the next statement, which sees it.
select c.id
  from customer c
  join task t on t.customer_id = c.id
 where t.id = :task
   for no key update of c skip locked
