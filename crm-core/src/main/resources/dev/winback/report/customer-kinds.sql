-- The kinds of buyers that customers are of: from one to the next by index, because a million customers are of a few kinds.
with recursive step as (
  select min(kind) as kind from customer_row
  union all
  select (select min(c.kind) from customer_row c where c.kind > s.kind) from step s where s.kind is not null
)
select kind from step where kind is not null order by kind limit 100
