-- Nights with their steps, newest first; seconds of a running one count up to now.
select n.id, n.day, n.state, n.message, n.started_at, s.name, s.rows, s.seconds,
       round(extract(epoch from case when n.state = 'running' then clock_timestamp() else n.finished_at end
                                - n.started_at), 3) as took
from (select * from night where :id::bigint is null or id = :id::bigint order by day desc limit :limit) n
left join nightly_step s on s.night_id = n.id
order by n.day desc, s.position
