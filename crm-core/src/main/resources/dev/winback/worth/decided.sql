-- A decision is kept with what was known when it was taken: the scales change with every night, the record does not.
insert into decision_record (lapse_id, customer_id, decision, reason, silent_days, value_year, currency, chance, cost, gain,
                             member_id, decided_at)
select l.id, l.customer_id, :decision, :reason, greatest(0, :day::date - l.silent_since), l.value_year, l.currency,
       w.chance, w.effort + coalesce(w.chance * w.offer, 0), w.gain, :member, :now
  from lapse l
  left join lapse_worth w on w.lapse_id = l.id
 where l.id = :lapse
