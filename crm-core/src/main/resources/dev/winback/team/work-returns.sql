-- Who came back, for the member who has the credit, with the purchase he came back by.
select l.id, l.id as lapse, c.ref, c.display_name as customer, m.name as member, m.login, m.id as member_id,
       l.returned_on as day, p.purchased_at as at, coalesce(l.credit, 'none') as what, cast(null as text) as words,
       'returned' as state, false as pin, p.amount - p.refunded as amount, p.currency::text as currency, cast(null as bigint) as call
  from lapse l
  join customer c on c.id = l.customer_id and c.erased_at is null
  join member m on m.id = l.credit_member
  left join purchase p on p.customer_id = l.customer_id and p.id = l.return_purchase_id
 where l.returned_on is not null
