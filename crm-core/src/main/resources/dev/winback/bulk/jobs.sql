-- Jobs with what became of their rows, the newest first.
select j.id, j.action, j.query, upper(j.state) as state, m.name as member, j.member_id, j.started_at, j.finished_at,
       r.rows, r.waiting, r.done, r.refused, r."left", r.undone, r.kept
  from bulk_job j
  join member m on m.id = j.member_id
 cross join lateral (
   select count(*) as rows, count(*) filter (where outcome = 'waiting') as waiting,
          count(*) filter (where outcome = 'done') as done, count(*) filter (where outcome = 'refused') as refused,
          count(*) filter (where outcome = 'left') as "left", count(*) filter (where outcome = 'undone') as undone,
          count(*) filter (where outcome = 'kept') as kept
     from bulk_row where job_id = j.id) r
 where (cast(:id as bigint) is null or j.id = :id) and j.id < :before
 order by j.id desc
 limit :limit
