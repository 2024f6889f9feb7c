-- First purchases as moves: who became a customer, and when.
with move as (
  select 'first' as kind, v.customer_id, v.first_purchase as day, cast(null as bigint) as lapse, false as from_history
    from customer_value v
)
