-- Letters beyond the cap of their rung wait until tomorrow; at most 500 at once, because whoever claims waits meanwhile. A
-- confirmation of what was agreed is not held. Only these letters (:ids), and what waits of a rung with nothing left.
with spent as (
  select r.number, r.daily_cap
                   - (select count(*) from letter e
                       where e.rung = r.number and e.state in ('SENT', 'FAILED', 'IN_DOUBT') and e.ended_at >= :day_start)
                   - (select count(*) from letter e where e.rung = r.number and e.state in ('CLAIMED', 'ANNOUNCED')) as left_over
    from rung r
   where r.number <> /*rung CONFIRMATION*/ and r.daily_cap is not null
), beyond as (
  select l.id, l.id = any (:ids::bigint[]) as asked, s.left_over, row_number() over (partition by l.rung order by l.id) as nr
    from spent s
    join letter l on l.rung = s.number and l.state = 'PLANNED'
   where (l.id = any (:ids::bigint[]) or s.left_over <= 0 and (l.next_attempt_at is null or l.next_attempt_at <= clock_timestamp()))
)
update letter
   set state = 'HELD', hold_reason = 'DAY_CAP', hold_until = :tomorrow, mail_group = null, version = version + 1
 where id = any (array (select id from letter where id = any (array (select id from beyond where nr > left_over order by asked desc limit 500))
                          for update skip locked))
   and state = 'PLANNED'
