-- The figures behind the criteria for and against one customer (DEC-18, DEC-19): the purchases of the two years up to his last one,
-- the complaints of those years and of the silence that followed (nothing was bought in it, and much is complained of after the
-- last purchase), his payments, his category and what is known of the loss. Money in the firm's currency; a purchase is one in any.
select sum(p.margin) filter (where p.ours) as margin,
       sum(p.amount - p.refunded) filter (where p.ours and p.margin is not null) as of_turnover,
       count(p.id) as purchases,
       count(p.id) filter (where p.coupon is not null) as with_coupon,
       avg(p.amount - p.refunded) filter (where p.ours and p.place <= 3) as last_mean,
       avg(p.amount - p.refunded) filter (where p.ours and p.place > 3) as earlier_mean,
       -- nothing of the year by which he is judged was paid in the firm's currency: his class says nothing of him
       coalesce(bool_and(not p.ours) filter (where p.of_year), false) as foreign_year,
       max(k.abc) as abc, max(k.xyz) as xyz, bool_or(k.candidate) as candidate,
       bool_or(c.flagship) as flagship, bool_or(c.pays_badly) as pays_badly,
       max(f.competitor) as competitor, bool_or(f.reason in ('price', 'cheaper')) as over_price,
       /*days late*/ as days_late,
       (select count(*) from complaint m where m.customer_id = l.customer_id
           and (m.complained_at at time zone :zone)::date > l.silent_since - interval '2 years'
           and (l.returned_on is null or (m.complained_at at time zone :zone)::date < l.returned_on)) as complaints
  from lapse l
  join customer c on c.id = l.customer_id
  left join customer_category k on k.customer_id = c.id
  left join lateral why_of(l.id) f on true
  left join lateral (
    -- as PurchaseRow: a refund takes its part of the margin
    select p.id, p.amount, p.refunded, p.coupon, p.currency = :currency as ours,
           (p.purchased_at at time zone :zone)::date > l.silent_since - interval '1 year' as of_year,
           case when p.refunded = 0 then p.margin else round(p.margin * (p.amount - p.refunded) / p.amount, 2) end as margin,
           row_number() over (partition by p.currency order by p.purchased_at desc) as place
      from purchase p
     where p.customer_id = l.customer_id and p.counting
       and (p.purchased_at at time zone :zone)::date > l.silent_since - interval '2 years'
       and (p.purchased_at at time zone :zone)::date <= l.silent_since) p on true
 where l.id = :lapse
 group by l.id
