-- Alarms follow the complaints of these customers: a lower mark that still alarms is shown, one below 3 takes the alarm
-- back with a note. Where the complaint itself is gone, taken back with its import or moved to another customer, there
-- never was an alarm: nothing may hang on a customer whom the import had added.
with gone as (
  select a.id from alarm a
   where a.fact = 'complaint' and a.customer_id = any (:customers::bigint[])
     and not exists (select from complaint k where k.customer_id = a.customer_id and k.id = a.fact_id)
), unseen as (
  delete from alarm_seen s using gone where s.alarm_id = gone.id
), removed as (
  delete from alarm a using gone where a.id = gone.id
)
update alarm a
   set severity = case when k.severity /*severe*/ then k.severity else a.severity end,
       taken_back_at = case when k.severity /*severe*/ then null else :now::timestamptz end,
       note = case when k.severity /*severe*/ then null else 'corrected' end
  from complaint k
 where a.fact = 'complaint' and a.taken_back_at is null and a.customer_id = any (:customers::bigint[])
   and k.customer_id = a.customer_id and k.id = a.fact_id and coalesce(k.severity, 0) < a.severity
