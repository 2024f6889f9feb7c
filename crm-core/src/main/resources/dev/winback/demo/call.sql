-- A talk of the past with a customer whose lapse is open, by the member who works on it.
insert into contact (customer_id, source, external_id, contacted_at, channel, direction, member_id, result, reached, agreed, note, lapse_id)
select c.id, 'winback', 'demo-' || c.ref, :at, 'phone', 'out', coalesce(l.assignee, c.owner_id), 'talked', true, false, :note, l.id
  from customer c join lapse l on l.customer_id = c.id and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
 where c.ref = :ref
