-- Whoever makes rows of a customer anew waits for others who do, and then sees what they have written: else each of two
-- would make the row of what the other has not committed yet. Locks are 256 for all customers, taken in order and last of
-- all; none named means all. How the statement that follows is planned is said on the same way (:plans).
select count(pg_advisory_xact_lock(hashtext('winback.lost'), part)), set_config('plan_cache_mode', :plans, true)
from (select distinct (id % 256)::int as part from unnest(:ids::bigint[]) id
      union all
      select generate_series(0, 255) where cardinality(:ids::bigint[]) = 0
      order by part) parts
