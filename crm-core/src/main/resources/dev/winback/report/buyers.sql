-- Who is behind a cell of the cohorts or a number of the orders, in the order of the first month; orders and money are those of the
-- months asked for.
select c.id, c.ref, c.display_name as name, c.city, owner.name as owner, c.erased_at is not null as erased, b.first_month, m.orders, m.paid
  from buying_months b
  join customer c on c.id = b.customer_id
  left join member owner on owner.id = c.owner_id
 cross join lateral (select count(*) as n, sum(m.orders) as orders, sum(m.paid) as paid
                       from unnest(b.months, b.orders, b.paid, b.regular) m (month, orders, paid, regular)
                      where m.month between :from and :to and /*who*/) m
 where b.first_month between :first and :last and m.n > 0 and /*visible*/ and /*after*/
 order by b.first_month, b.customer_id
 limit :limit
