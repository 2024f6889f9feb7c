-- The losses of a job.
select r.position, r.lapse_id, c.ref, c.display_name, r.outcome, r.why, r.figures
  from bulk_row r
  join lapse l on l.id = r.lapse_id
  join customer c on c.id = l.customer_id
 where r.job_id = :job and r.position > :after and (cast(:outcome as text) is null or r.outcome = :outcome)
 order by r.position
 limit :limit
