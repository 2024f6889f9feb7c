-- The fit of a night, written where it says something else than the row of that night: a second run changes nothing.
insert into buying_model as m
  (day, in_force, state, doubts, customers, repeaters, share, k, log_likelihood, parameters, spend, first_gaps, chance,
   back_test)
values
  (:day, :in_force, :state, cast(:doubts as text[]), :customers, :repeaters, :share, :k, :log_likelihood,
   cast(:parameters as jsonb), cast(:spend as jsonb), cast(:first_gaps as jsonb), cast(:chance as jsonb),
   cast(:back_test as jsonb))
on conflict (day) do update
set (in_force, state, doubts, customers, repeaters, share, k, log_likelihood, parameters, spend, first_gaps, chance,
     back_test, fitted_at)
  = (excluded.in_force, excluded.state, excluded.doubts, excluded.customers, excluded.repeaters, excluded.share,
     excluded.k, excluded.log_likelihood, excluded.parameters, excluded.spend, excluded.first_gaps, excluded.chance,
     excluded.back_test, clock_timestamp())
where (m.in_force, m.state, m.doubts, m.customers, m.repeaters, m.share, m.k, m.log_likelihood, m.parameters, m.spend,
       m.first_gaps, m.chance, m.back_test)
  is distinct from
      (excluded.in_force, excluded.state, excluded.doubts, excluded.customers, excluded.repeaters, excluded.share,
       excluded.k, excluded.log_likelihood, excluded.parameters, excluded.spend, excluded.first_gaps, excluded.chance,
       excluded.back_test)
