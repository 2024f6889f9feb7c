-- The names behind a figure of losses or returns, keyset-paged, the latest first.
/*moves*/
select c.id, c.ref, c.display_name as name, c.city, owner.name as owner, m.day, m.from_history,
       coalesce(l.value_year, v.value_year) as value_year, coalesce(l.currency, v.currency) as currency, l.stage
from move m
join customer c on c.id = m.customer_id
left join member owner on owner.id = c.owner_id
left join lapse l on l.id = m.lapse
left join customer_value v on v.customer_id = c.id
where m.kind = :kind and m.day between :from and :until and /*visible*/ and /*lost by*/ and /*class*/
  and /*after*/
order by m.day desc, m.customer_id desc
limit :limit
