-- What was logged while the demo firm was loaded happened on the day before, between ten and noon; one promise of the second rep
-- was due by then.
with made as (
  select id, task_id, lapse_id, customer_id, contact_id, next_task_id, result,
         :yesterday::timestamptz + make_interval(mins => 600 + 20 * (row_number() over (partition by member_id order by id))::integer) as at,
         member_id = (select id from member where login = 'rep2') as second
    from call
   where called_at >= :today
), called as (
  update call k
     set called_at = m.at, next_on = case when m.second and m.result = 'promise' then :yesterday::date else k.next_on end
    from made m where k.id = m.id
), talked as (
  update contact c set contacted_at = m.at from made m where c.customer_id = m.customer_id and c.id = m.contact_id
), complained as (
  update complaint c set complained_at = m.at
    from made m where c.customer_id = m.customer_id and c.source = 'winback' and c.external_id = 'call-' || m.id
), told as (
  update lapse_event e set at = m.at from made m where e.lapse_id = m.lapse_id and e.member_id is not null and e.at >= :today
), owed as (
  update task t set due_on = :yesterday::date, version = t.version + 1
    from made m where t.id = m.next_task_id and m.second and m.result = 'promise'
)
update task t
   set due_on = :yesterday::date, closed_at = m.at, created_at = m.at - interval '1 day', version = t.version + 1
  from made m
 where t.id = m.task_id
