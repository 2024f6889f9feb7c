-- Who pays late or owes, who owes most first.
select c.id, c.ref, c.display_name as name, c.city, owner.name as owner, p.invoices, p.late, p.longest, p.mean, p.last_late, p.in_time,
       p.open, p.open_sum, p.open_since
  from payment_habit p
  join customer c on c.id = p.customer_id
  left join member owner on owner.id = c.owner_id
 where c.erased_at is null and /*show*/ and /*visible*/ and /*after*/
 order by p.open_sum desc, p.longest desc, p.customer_id desc
 limit :limit
