-- In the transaction of the act: a row is done once, by the node that has the job, as long as nobody stopped it.
update bulk_row
   set outcome = :to, why = :why, figures = cast(:figures as text[])
 where job_id = :job and position = :position and outcome = :from
   and exists (select from bulk_job where id = :job and node = :node and state = :state)
