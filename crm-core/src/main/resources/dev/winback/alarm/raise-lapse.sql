-- What is known of the loss has a mark of 3 or more: one alarm for the loss, told anew when the mark rises.
with raised as (
  insert into alarm (fact, fact_id, customer_id, lapse_id, origin_id, severity, raised_at)
  select 'lapse', l.id, l.customer_id, l.id, l.origin_id, f.severity, :now
    from finding f
    join lapse l on l.id = f.lapse_id
   where f.lapse_id = :lapse and f.current and f.severity /*severe*/
  on conflict (fact, fact_id) do update
    set severity = excluded.severity, raised_at = excluded.raised_at, taken_back_at = null, note = null
    where alarm.taken_back_at is not null or excluded.severity > alarm.severity
  returning id
), unseen as (
  delete from alarm_seen s using raised where s.alarm_id = raised.id
)
select id from raised
