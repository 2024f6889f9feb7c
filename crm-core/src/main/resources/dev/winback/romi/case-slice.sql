-- What was spent on the returns of a range of losses and what they brought, case by case (MEA-04), without letters and calls, which have
-- rows of their own. A return counts by its day, with its net turnover of 60 days in the firm's currency (in days of the firm; a next
-- return ends them, so that no purchase counts twice); a coupon counts by the day on which it was used, whether or not he came back. Made
-- anew for all, because a late purchase or a refund may change any; only differences are written.
with returned as materialized (
  select l.id, l.customer_id, l.returned_on, l.return_purchase_id, coalesce(l.credit, 'none') as credit, l.credit_member, l.assignee,
         least(l.returned_on + 60,
               (select min(n.returned_on) from lapse n where n.customer_id = l.customer_id and n.number > l.number)) as until
    from lapse l
   where l.id >= :from and l.id < :until and l.returned_on is not null and l.stage in (/*won stages*/)
), used as (
  -- a coupon of a letter about a loss: its percent of its order, and what it gave beside
  select k.letter_id * 2 as id, (k.redeemed_at at time zone :zone)::date as day, k.lapse_id as lapse, 'coupon' as kind,
         k.percent > 0 as discounted, o.code is not null as gave, round(q.net * k.percent / 100, 2) as discount,
         round(q.net * coalesce(o.share, 0) / 100 + coalesce(o.fixed, 0), 2) as gift
    from coupon k
    left join offer_kind o on o.code = k.offer_kind
   cross join lateral (select coupon_order(k.customer_id, k.purchase_id, k.redeemed_at, :zone) as id offset 0) u
   cross join lateral (select coalesce(sum(p.amount - p.refunded), 0) as net from purchase p
                        where p.customer_id = k.customer_id and p.id = u.id and p.currency = :currency) q
   where k.lapse_id >= :from and k.lapse_id < :until and k.redeemed_at is not null and k.letter_id is not null
  union all
  -- an offer of a talk is used when he came back while it held (RET-01), at the worth of the order that he made
  select g.id * 2 + 1, t.returned_on, t.id, 'offer', g.percent > 0 or g.debt is not null, g.fixed > 0 or g.share > 0,
         case when g.debt is null then round(q.net * g.percent / 100, 2)
              else round(g.debt * (g.percent + (100 - g.percent) * g.prepaid / 100.0) / 100, 2) end,
         round(q.net * g.share / 100 + g.fixed, 2)
    from returned t
   cross join lateral (select t.id union all select m.id from lapse m where m.merged_with = t.id) y
    join offer_grant g on g.lapse_id = y.id and g.state in ('given', 'accepted') and g.currency = :currency
                      and t.returned_on between (g.given_at at time zone :zone)::date and g.valid_until
   cross join lateral (select coalesce(sum(p.amount - p.refunded), 0) as net from purchase p
                        where p.customer_id = t.customer_id and p.id = t.return_purchase_id and p.currency = :currency) q
), won as (
  select t.*, (select p.amount - p.refunded from purchase p
                where p.customer_id = t.customer_id and p.id = t.return_purchase_id and p.currency = :currency) as trial
    from returned t
), made as materialized (
  select case when t.credit = 'none' then 'alone' else 'helped' end as part, t.id, t.returned_on as day, t.id as lapse_id,
         nullif(t.credit, 'none') as kind,
         (select coalesce(sum(p.amount - p.refunded), 0) from purchase p
           where p.customer_id = t.customer_id and p.counting and p.currency = :currency
             and p.purchased_at >= t.returned_on::timestamp at time zone :zone
             and p.purchased_at < t.until::timestamp at time zone :zone) as amount
    from returned t
  union all
  select 'discounts', u.id, u.day, u.lapse, u.kind, u.discount from used u where u.discounted
  union all
  select 'gifts', u.id, u.day, u.lapse, u.kind, u.gift from used u where u.gave
  union all
  -- CAL-35: the share of a first order, that of its day, for who won it back, and what a campaign adds; the number of the campaign stands in the
  -- low 20 bits of the id, because one return can earn several
  select 'bonus', w.id << 20, w.returned_on, w.id, 'share', round(w.trial * s.percent / 100, 2)
    from won w
    join incentive s on w.returned_on >= s.since and w.returned_on < s.until
   where w.credit_member is not null and s.percent > 0 and w.trial is not null
  union all
  select 'bonus', (w.id << 20) + k.id, w.returned_on, w.id, 'campaign', round(w.trial * k.bonus_percent / 100, 2)
    from won w
    join campaign k on k.bonus_percent > 0 and k.state <> 'draft' and w.returned_on between k.starts_on and k.ends_on
    join campaign_member m on m.campaign_id = k.id and m.member_id = w.assignee
    join (select distinct x.campaign_id, coalesce(y.merged_with, y.id) as loss
            from campaign_lapse x join lapse y on y.id = x.lapse_id) z on z.campaign_id = k.id and z.loss = w.id
   where w.trial is not null
), gone as (
  delete from romi_case r
   where r.lapse_id >= :from and r.lapse_id < :until and not exists (select from made m where (m.part, m.id) = (r.part, r.id))
  returning 1
), written as (
  insert into romi_case as r (part, id, day, lapse_id, kind, amount)
  select m.* from made m
    left join romi_case x on (x.part, x.id) = (m.part, m.id)
   where x.id is null or (x.day, x.lapse_id, x.amount) <> (m.day, m.lapse_id, m.amount) or x.kind is distinct from m.kind
   order by m.part, m.id
  on conflict (part, id) do update
     set day = excluded.day, lapse_id = excluded.lapse_id, kind = excluded.kind, amount = excluded.amount
  returning 1
)
select (select count(*) from gone) + (select count(*) from written)
