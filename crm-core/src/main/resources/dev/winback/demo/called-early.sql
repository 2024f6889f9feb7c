-- Reps of a firm that has worked for a year have called many of whom they lost, soon after it was noticed and before the first letter.
-- Who came back by himself was called by nobody.
select l.id as lapse_id, l.customer_id, l.assignee, l.lost_by, l.opened_on + 2 as day
  from lapse l
 where l.stage not in ('MERGED', 'TWICE_LOST') and l.credit is distinct from 'none' and l.id % 5 < 3
   and l.opened_on + 2 < least(coalesce(l.returned_on, l.closed_on, :until), :until - 14)
