-- The customers of whom this transaction has written something that a list shows: whether the customer list does, and whether the lost list may,
-- where he has a lapse; none when it has written nothing at all. Each arm is the end of an index, whatever the transaction was.
with gone as (
  delete from touched_customer where touched = pg_current_xact_id_if_assigned() returning customer
),
touched as (
  select id as customer, true as listed, true as lost from customer where touched = pg_current_xact_id_if_assigned()
  union all
  select customer_id, true, true from lapse where touched = pg_current_xact_id_if_assigned()
  union all
  select customer_id, true, true from signal where touched = pg_current_xact_id_if_assigned()
  union all
  select customer_id, true, false from customer_value where touched = pg_current_xact_id_if_assigned()
  union all
  select customer_id, true, true from customer_category where touched = pg_current_xact_id_if_assigned()
  union all
  select x.customer_id, false, true from lapse_worth w join lapse x on x.id = w.lapse_id where w.touched = pg_current_xact_id_if_assigned()
  union all
  select x.customer_id, true, true from task t join lapse x on x.id = t.lapse_id where t.touched = pg_current_xact_id_if_assigned()
  union all
  select customer, true, true from gone
)
select t.customer, bool_or(t.listed) as listed,
       bool_or(t.lost) and exists (select from lapse l where l.customer_id = t.customer) as lost
from touched t
group by t.customer
order by t.customer
