-- What is known of one loss before somebody offers anything. The coupon is one that the customer may have in hand: that of a
-- letter which has not left is none yet.
select l.customer_id as customer,
       t.stage in (/*open stages*/) as open,
       w.reason, coalesce(w.problem, r.problem) as problem,
       v.currency as paid_in, v.revenue, v.visits, v.first_purchase, v.last_purchase, k.abc,
       (select round(avg(greatest((y.paid_at at time zone :zone)::date - y.due_on, 0)))
          from payment y where y.customer_id = l.customer_id and y.due_on is not null) as days_late,
       running.percent as coupon_percent, running.valid_until as coupon_until,
       (select min(g.most_percent)
          from campaign_lapse x
          join campaign g on g.id = x.campaign_id
         where x.lapse_id in (select parts_of(t.id))
           and g.state = 'running' and g.removed_at is null
           and :day between g.starts_on and g.ends_on) as campaign_percent
  from lapse l
  join lapse t on t.id = coalesce(l.merged_with, l.id)
  left join customer_value v on v.customer_id = l.customer_id
  left join customer_category k on k.customer_id = l.customer_id
  left join lateral why_of(l.id) w on true
  left join reason r on r.code = w.reason
  left join lateral (
    select c.percent, c.valid_until
      from coupon c
      left join letter e on e.id = c.letter_id
     where c.customer_id = l.customer_id and c.percent > 0
       and c.redeemed_at is null and c.void_at is null and c.valid_until >= :day
       and (e.id is null or e.state in ('CLAIMED', 'ANNOUNCED', 'SENT', 'IN_DOUBT'))
     order by c.percent desc, c.valid_until desc
     limit 1) running on true
 where l.id = :lapse
