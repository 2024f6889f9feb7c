-- The same over a row l of the lost list.
l.owner_key = :member
-- or
l.assignee = :member and l.owner_key <> :member
 and l.stage in (/*open stages*/, /*won stages*/)
-- or
l.id = any (array(select few.id from lost_row few where few.more_workers @> array[:member]::bigint[]))
