-- The person is erased: that there were calls and what came of them stays, what was said goes.
with draft as (
  delete from note_draft d using task t where t.id = d.task_id and t.customer_id = :customer
), sheet as (
  delete from call_sheet s using task t where t.id = s.task_id and t.customer_id = :customer
), said as (
  update call
     set note = '', promise = null,
         reason = case when reason ~ '^[a-z]+([_-][a-z]+)*$' then reason end
   where customer_id = :customer
)
update task set aim = null, place = null, before_offer = null, before_order = null, version = version + 1
 where customer_id = :customer and (aim is not null or place is not null or before_offer is not null or before_order is not null)
