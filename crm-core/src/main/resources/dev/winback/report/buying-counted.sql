-- Months of customers counted: the tally of all, and the figures of who sees only his own.
select b.first_month, m.month, m.regular, count(*) as customers,
       count(*) filter (where m.month / 3 is distinct from b.months[m.place - 1] / 3) as quarter,
       count(*) filter (where m.orders > 0) as buyers, sum(m.orders) as orders, sum(m.paid) as paid
  from buying_months b
/*own*/
 cross join lateral unnest(b.months, b.orders, b.paid, b.regular) with ordinality m (month, orders, paid, regular, place)
 group by 1, 2, 3
