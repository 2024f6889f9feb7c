-- Every loss and every return with its day, for the figures, the chart and the names behind them alike.
-- From the month of the first night on they are lapses: those that became a loss, on its day (lost_day), and of them those that came
-- back; who is only late, and orders again, is neither. What is before it is history: past-moves.sql, or what the night made of it.
with history as (
  /*history*/
), move as (
  select kind, customer_id, day, cast(null as bigint) as lapse, cast(null as numeric(16, 2)) as value_year, cast(null as char(3)) as currency,
         cast(null as bigint) as purchase, true as from_history from history
  union all
  select 'loss', l.customer_id, l.lost_day, l.id, l.value_year, l.currency, null, false
  from lapse l where l.lost_day >= (select month from first_night)
  union all
  select 'return', l.customer_id, l.returned_on, l.id, l.value_year, l.currency, l.return_purchase_id, false
  from lapse l where l.returned_on >= (select month from first_night) and l.lost_day is not null
)
