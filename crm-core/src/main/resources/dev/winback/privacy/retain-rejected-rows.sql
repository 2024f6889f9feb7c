-- Rows that came back in runs that ended before a moment; the run keeps their number.
delete from import_error
where (import_id, id) in (
  select e.import_id, e.id from import_run r join import_error e on e.import_id = r.id
  where r.finished_at < :before limit :batch)
