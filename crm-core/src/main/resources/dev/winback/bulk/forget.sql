-- A reason may name the person who is erased: no job that had a loss of his keeps one.
update bulk_job
   set parameters = parameters - 'reason' - 'override'
 where id in (select r.job_id from bulk_row r join lapse l on l.id = r.lapse_id where l.customer_id = :customer)
