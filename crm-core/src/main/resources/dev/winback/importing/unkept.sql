-- Files on this node that nobody may load again: of runs that were over 30 days ago, the oldest ones above 10 GB in total,
-- and those from before an erasure, which may hold the person in a row that left no trace here. A file that is being read
-- stays, and so does one that waits for its columns until its 30 days are over.
with ended as (
  select id, state, file_kept, coalesce(taken_back_at, finished_at, started_at) as over_at, bytes_total
  from import_run
  where id = any (:here) and state <> 'running'
), added as (
  select *, sum(bytes_total) over (order by over_at desc, id desc) as bytes from ended
)
select id from added
where over_at < clock_timestamp() - make_interval(days => :days)
   or state <> 'waiting' and (not file_kept or bytes > :bytes)
