-- What a batch would really change: one row for each purchase that is new or has other content, sorted by customer, so
-- that the merge touches each customer's index pages once. One anti-join for the whole batch: a file that is already in
-- costs 2.5 bare copies (speed.md, row 6). What a row does not say stays as it is stored, else takes its default.
insert into staging_pending
with last as (
  select distinct on (source, external_id) *
  from staging_purchase
  order by source, external_id, line desc
),
filled as (
  select p.customer_id is not null as known, s.customer, s.source, s.external_id, s.purchased_at, s.amount,
         coalesce(case when s.given & 1 <> 0 then s.currency else p.currency end, :currency) as currency,
         case when s.given & 2 <> 0 then s.margin else p.margin end as margin,
         coalesce(case when s.given & 4 <> 0 then s.status else p.status end, 'paid') as status,
         case when s.given & 8 <> 0 then s.refunded else p.refunded end as refunded,
         case when s.given & 16 <> 0 then s.units else p.units end as units,
         case when s.given & 32 <> 0 then s.items else p.items end as items,
         case when s.given & 64 <> 0 then s.coupon else p.coupon end as coupon,
         case when s.given & 128 <> 0 then s.member_id else p.member_id end as member_id,
         c.ref as was_customer, p.purchased_at as was_at, p.amount as was_amount, p.currency as was_currency,
         p.margin as was_margin, p.status as was_status, p.refunded as was_refunded, p.units as was_units,
         p.items as was_items, p.coupon as was_coupon, p.member_id as was_member
  from last s
  left join purchase p on p.source = s.source and p.external_id = s.external_id
  left join customer c on c.id = p.customer_id
  where not exists (select from staging_refused r where r.line = s.line and r.later_line = 0)
),
whole as (
  select filled.*,
         -- "refunded" without an amount means all of it
         least(amount, case when status = 'refunded' and coalesce(refunded, 0) = 0 then amount
                            else coalesce(refunded, 0) end) as refund
  from filled
)
select (dense_rank() over (order by customer) - 1) / :size, known, customer, source, external_id, purchased_at, amount,
       currency, margin, status, refund, units, items, coupon, member_id
from whole
where not known
   or (customer, purchased_at, amount, currency, margin, status, refund, units, items, coupon, member_id)
        is distinct from
      (was_customer, was_at, was_amount, was_currency, was_margin, was_status, was_refunded, was_units, was_items,
       was_coupon, was_member)
order by customer, purchased_at
