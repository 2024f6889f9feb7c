-- A purchase that names a coupon uses it, whatever its date; the first purchase in time has it. A corrected or refunded
-- purchase gives it back, and the same purchase again changes nothing.
with used as (
  select distinct on (k.code) k.code, p.id as purchase_id, p.purchased_at
    from coupon k
    join purchase p on p.coupon is not null and upper(btrim(p.coupon)) = k.code
                   and p.customer_id = k.customer_id and p.counting
   where k.customer_id in (:customers)
   order by k.code, p.purchased_at, p.source, p.external_id)
update coupon k
   set purchase_id = n.purchase_id,
       redeemed_at = case when n.purchase_id is null then null -- used at the till before any purchase named it
                          when k.purchase_id is null then coalesce(k.redeemed_at, n.purchased_at)
                          else n.purchased_at end
  from (select c.code, used.purchase_id, used.purchased_at
          from coupon c left join used on used.code = c.code
         where c.customer_id in (:customers)) n
 where n.code = k.code and k.purchase_id is distinct from n.purchase_id
returning case when k.redeemed_at is null then 0 else coalesce(k.letter_id, 0) end as letter_id
