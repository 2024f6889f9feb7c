-- Who stands behind a number of the results: the letters that the night counted, the newest first; keyset by letter. Those of the comparison are of all days. Of each the return
-- within its days as it is now; of a letter beside the ladder the first purchase within them.
select o.letter_id as id, o.rung, c.ref, c.display_name, e.since, p.purchased_at, p.amount, p.currency, b.credit,
       k.code as coupon, k.redeemed_at
  from letter_outcome o
 cross join lateral (select x.lapse_id, x.customer_id, coalesce(x.resend_of, x.id) as first, o.since from letter x where x.id = o.letter_id) e
  left join lapse l on l.id = e.lapse_id
  left join lapse b on b.id = coalesce(l.merged_with, l.id) and o.rung >= 0
  join customer c on c.id = coalesce(b.customer_id, e.customer_id)
  left join coupon k on k.letter_id = e.first
  left join lateral (
    select q.purchased_at, q.amount - q.refunded as amount, q.currency
      from purchase q
     where o.rung >= 0 and b.returned_on is not null and q.customer_id = b.customer_id and q.id = b.return_purchase_id
       and q.purchased_at > e.since - interval '25 hours' and q.purchased_at <= e.since + answered_within(o.rung)
       and bought_by(q.purchased_at, null, :zone) > e.since
    union all
    (select q.purchased_at, q.amount - q.refunded, q.currency
       from purchase q
      where o.rung < 0 and q.customer_id = c.id and q.counting
        and q.purchased_at > e.since - interval '25 hours' and q.purchased_at <= e.since + answered_within(o.rung)
       and bought_by(q.purchased_at, null, :zone) > e.since
      order by q.purchased_at, q.id
      limit 1)) p on true
 where /*what*/ and /*control*/ and /*rung*/ and /*period*/ and o.letter_id < :before
 order by o.letter_id desc
 limit :limit
