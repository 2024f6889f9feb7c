-- The job is over; what it did not come to is left as it was.
with over as (
  update bulk_job set state = :state, finished_at = :now, node = null, lease_until = null
   where id = :job and state = :working
  returning id
)
update bulk_row set outcome = 'left'
 where job_id in (select id from over) and outcome = 'waiting'
