-- What a campaign did and brought, between its first day and its last or today (MEA-04 by its parts): calls and letters to the
-- customers of its list, who came back, the first orders and all net revenue since, in the firm's currency.
with span as (
  select k.*, k.starts_on::timestamp at time zone :zone as from_moment,
         (least(k.ends_on, :day) + 1)::timestamp at time zone :zone as until_moment
  from campaign k where k.id = :campaign
), losses as (
  select distinct l.id, l.customer_id, l.assignee, l.returned_on, l.return_purchase_id, l.currency,
         l.stage in (/*won stages*/) and l.returned_on between k.starts_on and k.ends_on as back
  from campaign_lapse x
  join span k on k.id = x.campaign_id
  -- the few that became part of another, not each loss looked up twice
  left join (select id, merged_with from lapse where merged_with is not null) o on o.id = x.lapse_id
  join lapse l on l.id = coalesce(o.merged_with, x.lapse_id)
  -- who was kept back is no work of the campaign
  where x.arm is distinct from 'control'
), bought as (
  select l.id, p.amount - p.refunded as net, p.id = l.return_purchase_id as first
  from losses l
  cross join span k
  join purchase p on p.customer_id = l.customer_id and p.counting and p.currency = :currency
                 and p.purchased_at >= l.returned_on::timestamp at time zone :zone and p.purchased_at < k.until_moment
  where l.back
)
select (select count(*) /*calls*/) as calls,
       (select count(*) from letter t, span k
         where t.customer_id in (select customer_id from losses) and t.sent_at >= k.from_moment and t.sent_at < k.until_moment) as letters,
       (select count(*) from losses where back) as returned,
       coalesce((select sum(net) from bought where first), 0) as trial,
       coalesce((select sum(net) from bought), 0) as revenue,
       -- an offer is used when he came back while it held (RET-01)
       -- the offers of each loss that ended, not each offer of the firm for each of them
       coalesce((select sum(g.cost) from losses l
                  cross join lateral (select parts_of(l.id) as part offset 0) y
                   join offer_grant g on g.lapse_id = y.part
                  where l.back and g.currency = :currency and g.state in ('given', 'accepted')
                    and l.returned_on between (g.given_at at time zone :zone)::date and g.valid_until), 0) as offers
