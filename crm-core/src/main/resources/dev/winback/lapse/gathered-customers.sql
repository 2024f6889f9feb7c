-- The same as visible.sql where all that a member sees are wanted, as in gathered-losses.sql (1.7 s for the first page by name of a
-- rep among a hundred, 0.2 s so).
(c.owner_id = :member
 or c.id = any (array(select seen.customer_id from lapse seen
                       where seen.assignee = :member
                         and seen.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'RETURNED', 'RESTORED', 'SAFE'))))
