-- What each rung brought: letters that left (those in doubt count as sent) against those kept back. An own window of 60 days (in hours:
-- days would go by the clock changes of the session) for
-- each letter, from its sending or its drawing; rates count only those whose window is over. A return before the letter was sent
-- is none by it. Money in the firm's currency.
with arm as (
  select e.rung, e.id, coalesce(e.resend_of, e.id) as first, e.state = 'CONTROL' as control, b.customer_id, b.returned_on, b.return_purchase_id,
         coalesce(e.sent_at, e.announced_at, e.planned_at) as since
    from letter e
    join lapse l on l.id = e.lapse_id
    join lapse b on b.id = coalesce(l.merged_with, l.id)
   where e.rung >= 0 and e.state in ('SENT', 'IN_DOUBT', 'CONTROL')),
met as (
  select a.*, a.since + interval '1440 hours' <= :now as over,
         coalesce(p.purchased_at > a.since and p.purchased_at <= a.since + interval '1440 hours', false) as returned
    from arm a
    left join purchase p on a.returned_on is not null and p.customer_id = a.customer_id and p.id = a.return_purchase_id),
earned as (
  select m.*,
         case when m.returned then
           (select coalesce(sum(p.amount - p.refunded), 0) from purchase p
             where p.customer_id = m.customer_id and p.counting and p.currency = :currency
               and p.purchased_at > m.since and p.purchased_at <= m.since + interval '1440 hours') else 0 end as revenue,
         k.redeemed_at is not null as used,
         case when k.redeemed_at is null then 0
              else coalesce(q.amount - q.refunded, 0) * (k.percent + coalesce(o.share, 0)) / 100 + coalesce(o.fixed, 0) end as given,
         exists (select from suppression s where s.letter_id = m.id and s.reason = 'unsubscribed') as unsubscribed,
         exists (select from letter_hit h where h.letter_id = m.id and h.number = -1) as opened,
         exists (select from letter_hit h where h.letter_id = m.id and h.number >= 0 and h.machine is null) as clicked
    from met m
    left join coupon k on k.letter_id = m.first
    left join offer_kind o on o.code = k.offer_kind
    left join purchase q on q.customer_id = m.customer_id and q.id = k.purchase_id and q.currency = :currency)
select rung,
       count(*) filter (where not control) as sent,
       count(*) filter (where control) as kept,
       count(*) filter (where not control and over) as treated,
       count(*) filter (where not control and over and returned) as treated_returned,
       count(*) filter (where control and over) as control,
       count(*) filter (where control and over and returned) as control_returned,
       count(*) filter (where not control and returned) as returned,
       count(*) filter (where control and returned) as kept_returned,
       coalesce(sum(revenue) filter (where not control), 0) as revenue,
       coalesce(sum(revenue) filter (where not control and over), 0) as treated_revenue,
       coalesce(sum(revenue) filter (where control and over), 0) as control_revenue,
       count(*) filter (where used) as used,
       round(coalesce(sum(given), 0), 2) as given,
       round(coalesce(sum(given) filter (where not control and over), 0), 2) as treated_given,
       count(*) filter (where unsubscribed) as unsubscribed,
       count(*) filter (where opened) as opened,
       count(*) filter (where clicked) as clicked
  from earned
 group by rung
 order by rung
