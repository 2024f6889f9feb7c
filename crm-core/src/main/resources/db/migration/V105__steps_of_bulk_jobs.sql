-- The step (lapse_event) that a bulk act was for the loss: its undo takes back that one alone, and no later act of the same manager. Of a
-- job of before it is the last thing that its member did with the loss while the job ran.
alter table bulk_row add step bigint;
update bulk_row r
   set step = (select max(e.id) from lapse_event e
                where e.lapse_id = r.lapse_id and e.member_id = j.member_id and e.kind in ('decided', 'assigned')
                  and e.at >= j.started_at and e.at <= coalesce(j.finished_at, 'infinity'))
  from bulk_job j
 where j.id = r.job_id and r.outcome = 'done';
