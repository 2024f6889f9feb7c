-- What each night's fit of the models of buying found (package value). A row a night; detection uses the newest row that
-- is in force, the others say what was found since. No row says anything of a single customer.
create table buying_model (
  day            date primary key,
  fitted_at      timestamptz not null default clock_timestamp(),
  -- it said something else than the one before and took its place from this day on
  in_force       boolean not null,
  state          text not null check (state in ('TRUSTED', 'UNRELIABLE', 'TOO_LITTLE')),
  -- why it is not to be believed
  doubts         text[] not null,
  -- on how many customers it was fitted, how many of them have a repeat, and the share of all that was drawn
  customers      integer not null,
  repeaters      integer not null,
  share          double precision not null,
  -- stages of the gaps by likelihood, and that likelihood
  k              integer,
  log_likelihood double precision,
  -- r, alpha (weeks), a, b of the model that ranks and of the one that times, and the median gap in weeks
  parameters     jsonb,
  -- Gamma-Gamma p, q, v, and second orders by first ones
  spend          jsonb,
  -- days by which 1 % … 99 % of those were back who came back, of all and by kind of customer
  first_gaps     jsonb,
  -- where the chance of a purchase comes from, with the coefficients of its calibration
  chance         jsonb,
  back_test      jsonb,
  check ((state = 'TOO_LITTLE') = (parameters is null))
);
create index buying_model_in_force on buying_model (day) where in_force;
