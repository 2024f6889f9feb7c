-- Of letters with a prompt, what would leave less than the margin floor or gives more than the firm's highest discount is
-- held, whoever approves (DEC-32), a gift with what its kind costs; as on the ladder (judged.sql) when they are planned or judged, and not at the claim. What
-- holds them for longer keeps its name.
with given as (
  select e.id, e.percent,
         case when v.order_mean is null or e.fixed = 0 then m.margin - e.percent - e.share < m.floor
              else v.order_mean * (m.margin - e.percent - e.share - m.floor) < e.fixed * 100 end as below,
         e.percent > m.most as above
    from (select l.id, l.customer_id, l.percent, coalesce(k.share, 0) as share, coalesce(k.fixed, 0) as fixed
            from letter l
            join rung r on r.number = l.rung
            left join offer_kind k on k.code = r.offer_kind and l.gives is not null
           where l.id = any (:ids)) e
   cross join (/*floor*/) m
    -- of an order of which nothing is known its percents must do
    left join lateral (
      select revenue / visits as order_mean from customer_value
       where customer_id = e.customer_id and currency = :currency and visits > 0) v on true
   where e.percent + e.share + e.fixed > 0)
update letter l
   set state = 'HELD', hold_reason = case when g.below then 'MARGIN_FLOOR' else 'ABOVE_HIGHEST' end,
       hold_until = null, mail_group = null, version = l.version + 1
  from given g
 where l.id = g.id and (g.below or g.above)
   and (l.state = 'PLANNED' or l.state = 'HELD' and (l.hold_reason = 'REVIEW' or l.hold_until is not null))
