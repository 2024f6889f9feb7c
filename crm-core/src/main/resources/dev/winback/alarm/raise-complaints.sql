-- Complaints of these customers with a mark of 3 or more alarm, each once: told again it is the same alarm. A higher mark
-- than before, or one that comes back, is told anew, so nobody has seen it yet.
with raised as (
  insert into alarm (fact, fact_id, customer_id, origin_id, severity, raised_at)
  select 'complaint', k.id, k.customer_id, k.origin_id, k.severity, :now
    from complaint k
    join customer c on c.id = k.customer_id and c.erased_at is null
   where k.customer_id = any (:customers::bigint[]) and k.severity /*severe*/
     -- the mark that was told in a call stands in the loss, which alarms; a higher one is service's
     and not exists (select from call t
                      where t.customer_id = k.customer_id and k.source = 'winback' and k.external_id = 'call-' || t.id
                        and t.severity >= k.severity)
     and (k.resolved_at is null or k.complained_at > :fresh)
   order by k.id
  on conflict (fact, fact_id) do update
    set severity = excluded.severity, raised_at = excluded.raised_at, taken_back_at = null, note = null
    where alarm.taken_back_at is not null or excluded.severity > alarm.severity
  returning id
), unseen as (
  delete from alarm_seen s using raised where s.alarm_id = raised.id
)
select id from raised
