-- The customers with a lapse of whom this transaction has written something that the lost list shows; none when it has
-- written nothing at all. Each arm is the end of an index, whatever the transaction was.
with gone as (
  delete from touched_customer where touched = pg_current_xact_id_if_assigned() returning customer
)
select distinct l.customer_id
from (
  select id as customer_id from customer where touched = pg_current_xact_id_if_assigned()
  union all
  select customer_id from lapse where touched = pg_current_xact_id_if_assigned()
  union all
  select customer_id from signal where touched = pg_current_xact_id_if_assigned() and kind in ('silent', 'late', 'ended')
  union all
  select customer_id from customer_category where touched = pg_current_xact_id_if_assigned()
  union all
  select x.customer_id from lapse_worth w join lapse x on x.id = w.lapse_id where w.touched = pg_current_xact_id_if_assigned()
  union all
  select x.customer_id from task t join lapse x on x.id = t.lapse_id where t.touched = pg_current_xact_id_if_assigned()
  union all
  select customer from gone) t
join lapse l on l.customer_id = t.customer_id
order by l.customer_id
