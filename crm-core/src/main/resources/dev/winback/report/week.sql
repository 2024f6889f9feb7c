-- The seven days of the start page's first sentence: who was lost, how many of them of class A and what they brought a year, who came
-- back and for how much; money in the firm's currency, as far as lapses record it. The moves are those of moves.sql with what is summed
-- of them: joined to their losses once more, twice as much was read.
with first_night as (
  select cast(date_trunc('month', min(day)) as date) as month from night where state = 'done'
), history as (
  /*history*/
), move as (
  select kind, customer_id, day, cast(null as numeric) as value_year, cast(null as char(3)) as currency, cast(null as bigint) as purchase from history
  union all
  select 'loss', l.customer_id, least(l.opened_on, l.silent_since + 90), l.value_year, l.currency, null
  from lapse l where least(l.opened_on, l.silent_since + 90) >= (select month from first_night)
    and l.stage not in ('FALSE_ALARM', 'MERGED')
  union all
  select 'return', l.customer_id, l.returned_on, null, null, l.return_purchase_id
  from lapse l where l.returned_on >= (select month from first_night)
)
select cast(:from as date) as from_day, cast(:until as date) as until_day,
       count(*) filter (where m.kind = 'loss') as losses,
       count(k.customer_id) as losses_of_a,
       coalesce(sum(m.value_year) filter (where m.currency = :currency), 0) as lost_year,
       count(*) filter (where m.kind = 'return') as returns,
       coalesce(sum(p.amount - p.refunded), 0) as first_orders
from move m
left join customer_category k on k.customer_id = m.customer_id and k.abc = 'A' and m.kind = 'loss'
left join purchase p on p.customer_id = m.customer_id and p.id = m.purchase and p.currency = :currency
where m.day between :from and :until and /*whose*/
