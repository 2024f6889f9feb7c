-- The node that works on the run sees it at its next batch or slice. One that waits for its columns is over at once.
update import_run
   set cancel_at = coalesce(cancel_at, clock_timestamp()),
       cancelled_by = coalesce(cancelled_by, :member),
       state = case when state = 'waiting' then 'cancelled' else state end,
       finished_at = case when state = 'waiting' then clock_timestamp() else finished_at end
 where id = :id and state in ('running', 'waiting') and phase <> 'taking-back'
