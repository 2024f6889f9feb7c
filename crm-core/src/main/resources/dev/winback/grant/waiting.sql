-- What waits for a manager, shown on every page: only losses that are still open.
select count(*) from (
  select from offer_grant g
    join lapse l on l.id = g.lapse_id
    join lapse t on t.id = coalesce(l.merged_with, l.id)
   where g.state = 'asked' and t.stage in (/*open stages*/)
   limit :limit) capped
