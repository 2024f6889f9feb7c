-- Who stands behind a number of the results: the same letters as in results.sql, the newest first; keyset by letter.
with arm as (
  select e.rung, e.id, e.state = 'CONTROL' as control, b.customer_id, b.returned_on, b.return_purchase_id, b.credit,
         coalesce(e.sent_at, e.announced_at, e.planned_at) as since
    from letter e
    join lapse l on l.id = e.lapse_id
    join lapse b on b.id = coalesce(l.merged_with, l.id)
   where e.rung >= 0 and e.state in ('SENT', 'IN_DOUBT', 'CONTROL')
     and (:rung::int is null or e.rung = :rung) and (e.state = 'CONTROL') = :control and e.id < :before)
select a.id, a.rung, c.ref, c.display_name, a.since, p.purchased_at, p.amount - p.refunded as amount, p.currency, a.credit,
       k.code as coupon, k.redeemed_at
  from arm a
  join customer c on c.id = a.customer_id
  left join coupon k on k.letter_id = a.id
  left join purchase p on a.returned_on is not null and p.customer_id = a.customer_id and p.id = a.return_purchase_id
                      and p.purchased_at > a.since and p.purchased_at <= a.since + interval '1440 hours'
 where case :what
         when 'returned' then p.id is not null
         when 'over' then p.id is not null and a.since + interval '1440 hours' <= :now
         when 'used' then k.redeemed_at is not null
         when 'all' then true
         when 'whole' then a.since + interval '1440 hours' <= :now
         when 'opened' then exists (select from letter_hit h where h.letter_id = a.id and h.number = -1)
         when 'clicked' then exists (select from letter_hit h where h.letter_id = a.id and h.number >= 0 and h.machine is null)
         else exists (select from suppression s where s.letter_id = a.id and s.reason = 'unsubscribed') end
 order by a.id desc
 limit :limit
