-- The alarm of a loss follows what is known of it: a lower mark is shown, one below 3 or none at all takes it back.
update alarm a
   set severity = case when f.severity /*severe*/ then f.severity else a.severity end,
       taken_back_at = case when f.severity /*severe*/ then null else :now::timestamptz end,
       note = case when f.severity is null then 'gone' when not f.severity /*severe*/ then 'corrected' end
  from alarm x
  left join finding f on f.lapse_id = x.fact_id and f.current
 where x.id = a.id and a.fact = 'lapse' and a.fact_id = :lapse and a.taken_back_at is null
   and coalesce(f.severity, 0) < a.severity
