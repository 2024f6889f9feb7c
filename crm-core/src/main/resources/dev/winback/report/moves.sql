-- Every loss and every return with its day, for the figures, the chart and the names behind them alike.
-- From the month of the first night on they are the lapses themselves; a loss is dated by the day the silence reached
-- 90 days, or by the opening where the customer's own rhythm opened the lapse earlier. For the months before it
-- nothing was recorded, so they are computed from purchases: a gap of at least 90 days between two purchase days is a
-- loss on its 90th day, and the purchase that ends it is the return ("from history").
with first_night as (
  select cast(date_trunc('month', min(day)) as date) as month from night where state = 'done'
), purchase_day as (
  select distinct p.customer_id, cast(p.purchased_at at time zone :zone as date) as day
  from purchase p where p.counting
), gap as (
  select customer_id, day + 90 as lost_day, lead(day) over (partition by customer_id order by day) as next_day
  from purchase_day
), history as (
  select customer_id, lost_day, next_day from gap
  where lost_day <= :day and (next_day is null or next_day > lost_day)
), move as (
  select 'loss' as kind, h.customer_id, h.lost_day as day, cast(null as bigint) as lapse, true as from_history
  from history h where h.lost_day < coalesce((select month from first_night), 'infinity')
  union all
  select 'return', h.customer_id, h.next_day, null, true
  from history h where h.next_day <= :day and h.next_day < coalesce((select month from first_night), 'infinity')
  union all
  select 'loss', l.customer_id, least(l.opened_on, l.silent_since + 90), l.id, false
  from lapse l where least(l.opened_on, l.silent_since + 90) >= (select month from first_night)
    and l.stage not in ('FALSE_ALARM', 'MERGED')
  union all
  select 'return', l.customer_id, l.returned_on, l.id, false
  from lapse l where l.returned_on >= (select month from first_night)
)
