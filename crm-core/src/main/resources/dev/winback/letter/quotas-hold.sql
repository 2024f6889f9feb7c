-- Letters beyond the quota of the day wait until tomorrow: of all rungs when nothing is left over, of a rung beyond its own
-- cap. Only these letters (:ids, else null: all that wait).
with spent as (
  select r.number, case when :left_over::bigint <= 0 then 0
                        else r.daily_cap
                             - (select count(*) from letter e
                                 where e.rung = r.number and e.state in ('SENT', 'FAILED', 'IN_DOUBT') and e.ended_at >= :day_start)
                             - (select count(*) from letter e where e.rung = r.number and e.state in ('CLAIMED', 'ANNOUNCED')) end as left_over
    from rung r
   where r.daily_cap is not null or :left_over::bigint <= 0
), beyond as (
  select l.id, s.left_over, row_number() over (partition by l.rung order by l.id) as nr
    from spent s
    join letter l on l.rung = s.number and l.state = 'PLANNED'
   where (l.id = any (:ids::bigint[]) or s.left_over <= 0 and (l.next_attempt_at is null or l.next_attempt_at <= clock_timestamp()))
)
update letter
   set state = 'HELD', hold_reason = 'DAY_CAP', hold_until = :tomorrow, version = version + 1
 where id in (select id from letter where id in (select id from beyond where nr > left_over) for update skip locked)
   and state = 'PLANNED'
