-- Letters of the ladder that left, and those kept back by lot, whose 60 days (in hours, as in the results of letters) are over: what came
-- within them, in the firm's currency, and what the coupon gave away. A customer of several rungs is in each of them. From the first letter
-- on and in whole days, whatever period the page shows: a comparison over chosen or moving days would be a new one at each look.
with spent as (
  select case when e.state = 'CONTROL' then 'kept' else 'treated' end as part, e.id, (m.since at time zone :zone)::date as day, b.id as lapse,
         cast(null as text) as kind, p.id is not null as back,
         case when p.id is null then 0 else (select coalesce(sum(q.amount - q.refunded), 0) from purchase q
            where q.customer_id = b.customer_id and q.counting and q.currency = :currency
              and q.purchased_at > m.since and q.purchased_at <= m.since + interval '1440 hours') end as amount,
         case when k.redeemed_at is null then 0
              else coalesce(n.amount - n.refunded, 0) * (k.percent + coalesce(o.share, 0)) / 100 + coalesce(o.fixed, 0) end as given
    from letter e
    join lapse l on l.id = e.lapse_id
    join lapse b on b.id = coalesce(l.merged_with, l.id)
   cross join lateral (select coalesce(e.sent_at, e.announced_at, e.planned_at) as since) m
    left join purchase p on b.returned_on is not null and p.customer_id = b.customer_id and p.id = b.return_purchase_id
                        and p.purchased_at > m.since and p.purchased_at <= m.since + interval '1440 hours'
    left join coupon k on k.letter_id = e.id
    left join offer_kind o on o.code = k.offer_kind
    left join purchase n on n.customer_id = b.customer_id and n.id = k.purchase_id and n.currency = :currency
   where e.rung >= 0 and e.state in ('SENT', 'IN_DOUBT', 'CONTROL')
     and (m.since at time zone :zone)::date < ((cast(:now as timestamptz) - interval '1440 hours') at time zone :zone)::date
)
