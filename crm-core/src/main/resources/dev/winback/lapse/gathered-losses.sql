-- The same as visible-loss.sql where all that a member sees are wanted, to be counted or sorted: both arms are indexes, while a
-- set that is looked into reads every loss there is (490 ms for a rep among a hundred, 27 so; on the way through a list it is the
-- other way about).
(l.owner_key = :member
 or l.customer_id = any (array(select seen.customer_id from lapse seen
                                where seen.assignee = :member
                                  and seen.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'RETURNED', 'RESTORED', 'SAFE'))))
