-- A member's checks that are due and not done: the customer's flag says so. Those of nobody's customers are every manager's.
select c.id as customer_id, c.ref, c.display_name as name, c.phone, c.email, c.city, c.country, p.weight,
       coalesce(v.currency, :currency) as currency
  from (select customer_id, min(id) as id, max(weight) as weight
          from care_plan
         where planned_on <= :due and (member_id = :member or member_id is null and :everybodys)
         group by customer_id) p
  join customer c on c.id = p.customer_id and c.erased_at is null and c.merged_into is null
  join signal s on s.customer_id = c.id and s.kind = 'stale-contact'
  left join customer_value v on v.customer_id = c.id
 order by p.weight desc, p.id
 limit :limit
