-- The purchase that used the coupon was refunded or cancelled: the coupon can be used again.
update coupon k
set redeemed_at = null, purchase_id = null
where k.purchase_id is not null
  and (:ids::bigint[] is null or k.customer_id = any (:ids::bigint[]))
  and not exists (select 1 from purchase p
                  where p.customer_id = k.customer_id and p.id = k.purchase_id and p.counting
                    and upper(trim(p.coupon)) = k.code)
