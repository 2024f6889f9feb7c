-- Orders of each month, of regulars and of all others.
select t.month, t.regular, cast(sum(t.buyers) as bigint) as buyers, cast(sum(t.orders) as bigint) as orders, sum(t.paid) as paid
  from /*tally*/ t
 where t.month between :from and :to
 group by 1, 2
 order by 1, 2
