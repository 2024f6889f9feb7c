-- What each letter of a range has brought: letters that left (those in doubt count as sent) and those kept back. An own window
-- (60 days, of a reminder of a cart 14) for each letter, from its sending. Of who was kept back it begins as long
-- after the drawing as the fifty letters before it took to leave on average: a letter that waits for its review loses who buys meanwhile,
-- and so does the lot, or every week of waiting would speak against the letter. A return before the
-- letter was sent is none by it; one of which only the day is known is by the letter of that day, and as much by the lot. A letter beside the ladder that invites (rung -6 and below: our fault, news, carts, thanks) belongs to a
-- customer and often to no loss: of it every purchase within the window is told, of a cart the order alone. Beside it stands what it is compared by: each order as at most :cap (OrderCaps). Made anew for all, because a late purchase, a refund or a used coupon may change any; only differences
-- are written.
with drawn as materialized (
  select e.rung, e.id, coalesce(e.resend_of, e.id) as first, e.state = 'CONTROL' as control, e.lapse_id, e.customer_id, e.planned_at,
         case when e.state = 'CONTROL' and e.rung >= 0
              then e.planned_at + coalesce(avg(greatest(e.sent_at - e.planned_at, interval '0'))
                                             filter (where e.state = 'SENT' and e.resend_of is null) over before, interval '0')
              else coalesce(e.sent_at, e.announced_at, e.planned_at) end as since
    from letter e
   -- the first of a range look back at the last of the range before
   where e.id >= :from - 5000 and e.id < :until and e.rung not between /*rung CONFIRMATION*/ and /*rung DEPARTED*/ and e.state in ('SENT', 'IN_DOUBT', 'CONTROL')
  window before as (partition by e.rung order by e.id rows between 50 preceding and 1 preceding)
), arm as materialized (
  select d.rung, d.id, d.first, d.control, coalesce(b.customer_id, d.customer_id) as customer_id, b.returned_on, b.return_purchase_id, d.since
    from drawn d
    left join lapse l on l.id = d.lapse_id
    left join lapse b on b.id = coalesce(l.merged_with, l.id)
   where d.id >= :from
     and not (d.control and d.since > d.planned_at and b.returned_on is not null
              and exists (select from purchase p
                           where p.customer_id = b.customer_id and p.id = b.return_purchase_id
                             and bought_by(p.purchased_at, null, :zone) > d.planned_at
                             and bought_by(p.purchased_at, null, :zone) <= d.since))
), back as materialized (
  select a.id, null::bigint as alone
    from arm a
    join purchase p on p.customer_id = a.customer_id and p.id = a.return_purchase_id
                   and p.purchased_at > a.since - interval '25 hours' and p.purchased_at <= a.since + answered_within(a.rung)
                   and bought_by(p.purchased_at, null, :zone) > a.since
   where a.rung >= 0 and a.returned_on is not null
  union all
  select a.id, case when a.rung between /*rung CART_LAST*/ and /*rung CART_AT_ONCE*/ then p.id end
    from arm a
   cross join lateral (
     select p.id
       from purchase p
      where p.customer_id = a.customer_id and p.counting
        and p.purchased_at > a.since - interval '25 hours' and p.purchased_at <= a.since + answered_within(a.rung)
        and bought_by(p.purchased_at, null, :zone) > a.since
      order by p.purchased_at, p.id
      limit 1) p
   where a.rung < 0
), earned as (
  select a.id, coalesce(sum(p.amount - p.refunded), 0) as revenue,
         -- least of nothing and a cap is the cap
         coalesce(sum(least(p.amount - p.refunded, :cap::numeric)) filter (where p.id is not null), 0) as capped,
         count(*) filter (where p.amount - p.refunded > :cap::numeric)::integer as cut
    from arm a
    join back k on k.id = a.id
    left join purchase p on p.customer_id = a.customer_id and p.counting and p.currency = :currency and coalesce(p.id = k.alone, true)
                        and p.purchased_at > a.since - interval '25 hours' and p.purchased_at <= a.since + answered_within(a.rung)
                   and bought_by(p.purchased_at, null, :zone) > a.since
   group by a.id
), coupons as (
  select a.id, coalesce(q.amount - q.refunded, 0) * (k.percent + coalesce(o.share, 0)) / 100 + coalesce(o.fixed, 0) as given
    from arm a
    join coupon k on k.letter_id = a.first and k.redeemed_at is not null
   cross join lateral (select coupon_order(a.customer_id, k.purchase_id, k.redeemed_at, :zone) as id offset 0) u
    left join offer_kind o on o.code = k.offer_kind
    left join purchase q on q.customer_id = a.customer_id and q.id = u.id and q.currency = :currency
), hits as (
  select letter_id as id, bool_or(number = -1) as opened, coalesce(bool_or(number >= 0 and machine is null), false) as clicked
    from letter_hit
   where letter_id >= :from and letter_id < :until
   group by letter_id
), tells as (
  select letter_id, clicks, opens from letter_tells where letter_id >= :from and letter_id < :until
), gone_away as (
  select distinct letter_id as id from suppression where letter_id >= :from and letter_id < :until and reason = 'unsubscribed'
), made as materialized (
  select a.id as letter_id, a.rung, a.control, a.since, (a.since at time zone :zone)::date as day,
         a.since + answered_within(a.rung) <= :now as over, r.id is not null as returned, coalesce(r.revenue, 0) as revenue,
         coalesce(k.given, 0) as given, k.id is not null as used, u.id is not null as unsubscribed, coalesce(h.opened, false) as opened,
         coalesce(h.clicked, false) as clicked,
         coalesce(w.opens or h.opened, false) as tells_opens, coalesce(w.clicks or h.clicked, false) as tells_clicks, coalesce(r.capped, 0) as capped, coalesce(r.cut, 0) as cut
    from arm a
    left join earned r on r.id = a.id
    left join coupons k on k.id = a.id
    left join hits h on h.id = a.id
    left join tells w on w.letter_id = a.id
    left join gone_away u on u.id = a.id
), gone as (
  delete from letter_outcome o
   where o.letter_id >= :from and o.letter_id < :until and not exists (select from made m where m.letter_id = o.letter_id)
  returning 1
), written as (
  insert into letter_outcome as o (letter_id, rung, control, since, day, over, returned, revenue, given, used, unsubscribed, opened, clicked,
                                    tells_opens, tells_clicks, capped, cut)
  select m.* from made m
   where not exists (select from letter_outcome x
                      where x.letter_id = m.letter_id
                        and (x.rung, x.control, x.since, x.day, x.over, x.returned, x.revenue, x.given, x.used, x.unsubscribed, x.opened, x.clicked, x.tells_opens,
                         x.tells_clicks, x.capped, x.cut)
                            = (m.rung, m.control, m.since, m.day, m.over, m.returned, m.revenue, m.given, m.used, m.unsubscribed, m.opened, m.clicked, m.tells_opens,
                               m.tells_clicks, m.capped, m.cut))
   order by m.letter_id
  on conflict (letter_id) do update
     set rung = excluded.rung, control = excluded.control, since = excluded.since, day = excluded.day, over = excluded.over, returned = excluded.returned,
         revenue = excluded.revenue, given = excluded.given, used = excluded.used, unsubscribed = excluded.unsubscribed,
         opened = excluded.opened, clicked = excluded.clicked,
         tells_opens = excluded.tells_opens, tells_clicks = excluded.tells_clicks,
         capped = excluded.capped, cut = excluded.cut
  returning 1
)
select (select count(*) from gone) + (select count(*) from written)
