-- The last purchases before anybody acts: what, how much, from whom.
select p.purchased_at as at, p.amount - p.refunded as amount, p.currency, p.items, p.external_id, p.status, p.coupon,
       m.name as member
  from purchase p
  left join member m on m.id = p.member_id
 where p.customer_id = :customer
 order by p.purchased_at desc, p.id desc
 limit :limit
