-- The coupons of the offers of these losses and of those that became part of them: void as soon as the offer or the loss has ended, good
-- again when that is taken back. A coupon that was used stays as it is.
update coupon k
   set void_at = case when n.stands then null else cast(:now as timestamptz) end
  from (select g.id, g.state in ('given', 'accepted') and t.stage in (/*open stages*/) as stands
          from lapse asked
         cross join lateral parts_of(asked.id) as part (id)
          join offer_grant g on g.lapse_id = part.id
          join lapse t on t.id = coalesce(asked.merged_with, asked.id)
         where asked.id in (:lapses)) n
 where k.grant_id = n.id and k.redeemed_at is null and (k.void_at is null) <> n.stands
