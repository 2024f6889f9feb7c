-- Who came back, for the member who has the credit, with the purchase he came back by; what only
-- the page shows is asked for row by row, so that their count does without it.
select l.id, l.id as lapse, (select c.ref from customer c where c.id = l.customer_id) as ref,
       (select c.display_name from customer c where c.id = l.customer_id) as customer, m.name as member, m.login, m.id as member_id,
       l.returned_on as day,
       (select p.purchased_at from purchase p where p.customer_id = l.customer_id and p.id = l.return_purchase_id) as at,
       coalesce(l.credit, 'none') as what, cast(null as text) as detail, cast(null as text) as words,
       'returned' as state, false as pin,
       (select p.amount - p.refunded from purchase p where p.customer_id = l.customer_id and p.id = l.return_purchase_id) as amount,
       (select p.currency::text from purchase p where p.customer_id = l.customer_id and p.id = l.return_purchase_id) as currency, cast(null as bigint) as call
  from lapse l
  join member m on m.id = l.credit_member
 where l.returned_on is not null and l.customer_id not in (select e.id from customer e where e.erased_at is not null)
