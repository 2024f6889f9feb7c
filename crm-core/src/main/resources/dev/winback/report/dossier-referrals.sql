-- Whom he brought (UND-20): it raises the chance that he returns.
select r.referred_at as at, r.referred
  from referral r
 where r.customer_id = :customer
 order by r.referred_at desc, r.id desc
 limit :limit
