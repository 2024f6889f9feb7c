-- How many letters may still leave today over all rungs: under the cap of a day, and under the plan of a domain that is being
-- made known; what is on its way counts. Null: as many as are due. The row is locked by a statement before:
-- one that waits for the lock itself would count by what it saw before it waited.
select least(s.daily_cap, case when s.warm_since <= :today then 200 * power(2, least(:today - s.warm_since, 16))::bigint end)
       - (select count(*) from rung r
            join letter e on e.rung = r.number and e.state in ('SENT', 'FAILED', 'IN_DOUBT') and e.ended_at >= :day_start)
       - (select count(*) from letter e where e.state in ('CLAIMED', 'ANNOUNCED')) as left_over
  from sending s
