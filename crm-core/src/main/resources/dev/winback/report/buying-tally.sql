-- Makes the tally what the rows of customers say; writes only differences.
with made as (
  /*counted*/
), gone as (
  delete from buying_tally t
   where not exists (select from made m where (m.first_month, m.month, m.regular) = (t.first_month, t.month, t.regular))
  returning 1
), written as (
  insert into buying_tally as t (first_month, month, regular, customers, quarter, buyers, orders, paid)
  select first_month, month, regular, customers, quarter, buyers, orders, paid from made
  on conflict (first_month, month, regular) do update
     set customers = excluded.customers, quarter = excluded.quarter, buyers = excluded.buyers, orders = excluded.orders, paid = excluded.paid
   where (t.customers, t.quarter, t.buyers, t.orders, t.paid)
         is distinct from (excluded.customers, excluded.quarter, excluded.buyers, excluded.orders, excluded.paid)
  returning 1
)
select (select count(*) from gone) + (select count(*) from written)
