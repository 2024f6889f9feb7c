-- Both arms of a campaign by the day on which they were drawn: what an experiment is looked at by. The time of each loss is 60 days from
-- that day, over when they have passed; a return within them counts, with its net turnover in the firm's currency, each order as at most the cap of
-- the day on which the campaign began (OrderCaps). The cost is that of
-- the team alone: calls to who was drawn for it within the days, offers of talks that were used, and its bonus; letters of the ladder go
-- to both arms alike.
with drawn as (
  select s.lapse_id as id, s.customer_id, s.arm, s.drawn_on, s.drawn_on + 60 < :day::date as over, s.assignee, s.return_purchase_id,
         s.returned_on, coalesce(s.returned_on between s.drawn_on and s.drawn_on + 60, false) as returned,
         s.drawn_on::timestamp at time zone :zone as since, (s.drawn_on + 61)::timestamp at time zone :zone as until
    from (/*states*/ where x.campaign_id = :campaign) s
   where s.arm in ('treated', 'control')
), cap as (
  select max(k.amount) as amount
    from order_cap k
   where k.currency = :currency and k.starts_on = (select min(drawn_on) from drawn)
), judged as (
  select d.*, r.revenue, r.cut,
         case when d.arm = 'treated' then
           (select count(*) from call k
             where k.customer_id = d.customer_id and k.undone_at is null and k.called_at >= d.since and k.called_at < d.until)
         else 0 end as calls,
         case when d.arm = 'treated' and d.returned then
           coalesce((select sum(g.cost) from (select parts_of(d.id) as part offset 0) y
                       join offer_grant g on g.lapse_id = y.part
                      where g.currency = :currency and g.state in ('given', 'accepted')
                        and d.returned_on between (g.given_at at time zone :zone)::date and g.valid_until), 0)
           + coalesce((select round((p.amount - p.refunded) * k.bonus_percent / 100, 2)
                         from campaign k
                         join campaign_member m on m.campaign_id = k.id and m.member_id = d.assignee
                         join purchase p on p.customer_id = d.customer_id and p.id = d.return_purchase_id and p.currency = :currency
                        where k.id = :campaign and d.returned_on between k.starts_on and k.ends_on), 0)
         else 0 end as given
    from drawn d
   cross join lateral (
     -- least of nothing and a cap is the cap
     select coalesce(sum(least(p.amount - p.refunded, k.amount)) filter (where p.id is not null), 0) as revenue,
            count(*) filter (where p.amount - p.refunded > k.amount) as cut
       from cap k
       left join purchase p on d.returned and p.customer_id = d.customer_id and p.counting and p.currency = :currency
                           and p.purchased_at >= d.returned_on::timestamp at time zone :zone and p.purchased_at < d.until) r
)
select drawn_on as day, over,
       count(*) filter (where arm = 'treated') as treated, count(*) filter (where arm = 'treated' and returned) as treated_returned,
       count(*) filter (where arm = 'control') as kept, count(*) filter (where arm = 'control' and returned) as kept_returned,
       coalesce(sum(revenue) filter (where arm = 'treated'), 0) as treated_sum,
       coalesce(sum(revenue * revenue) filter (where arm = 'treated'), 0) as treated_squares,
       coalesce(sum(revenue) filter (where arm = 'control'), 0) as kept_sum,
       coalesce(sum(revenue * revenue) filter (where arm = 'control'), 0) as kept_squares,
       sum(calls)::bigint as calls, sum(given) as given, sum(cut)::bigint as cut
  from judged
 group by drawn_on, over
 order by drawn_on
